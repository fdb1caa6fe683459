package org.chartroom.cli.internal;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.sample.SamplePortfolio;
import org.chartroom.model.Artifact;
import org.chartroom.report.HtmlReview;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job without a window. */
@Command(name = "review", description = "Opens the workspace, loads the sample if it is empty, runs the checks and "
        + "writes a review of everything.")
final class ReviewCommand extends AbstractCommand {
    @Option(names = "--sample", description = "Accepted for symmetry with the workbench; an empty workspace gets the "
            + "sample in any case.")
    private boolean sample;

    ReviewCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().open(OpenMode.CREATE)) {
            if (workspace.artifacts().isEmpty()) {
                SamplePortfolio.loadIntoNew(workspace, context().types().all());
            }
            try (EditSession session = workspace.openSession()) {
                review(workspace, session);
            }
        }
        return 0;
    }

    private void review(Workspace workspace, EditSession session) {
        List<HtmlReview.Reviewed> reviewed = new ArrayList<>();
        for (ArtifactInfo info : workspace.artifacts()) {
            Artifact artifact = context().artifact(session, info.key());
            List<Finding> findings = context().checks().run(artifact);
            context().out().printf(Locale.ROOT, "%-10s %3d errors %3d warnings %3d notes  %s%n", info.key(),
                    count(findings, Severity.ERROR), count(findings, Severity.WARNING), count(findings, Severity.INFO),
                    OneLine.of(info.title()));
            reviewed.add(new HtmlReview.Reviewed(artifact, findings));
        }
        Path file = workspace.folder().resolve("review.html");
        write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            HtmlReview.write("Review of " + workspace.folder().getFileName(), LocalDate.now(workspace.clock()),
                    reviewed, writer);
            writer.flush();
        });
        context().out().println("Workspace: " + workspace.folder() + ", revision "
                + workspace.head().map(head -> String.valueOf(head.number())).orElse("none"));
        context().out().println("Review: " + file);
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }
}
