package org.chartroom.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Artifact;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.Reports;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a report on an artifact, with its charts. */
@Command(name = "report", description = "Writes a report on an artifact, with its charts.")
final class ReportCommand extends AbstractCommand {
    @Parameters(paramLabel = "KEY", description = "Key of the artifact.")
    private String key;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true, description = "The file; its ending says "
            + "what it becomes: .html a page with nothing outside it, .docx a Word document.")
    private Path output;

    @Option(names = "--at", paramLabel = "STATE", description = "As of a revision, a baseline, a day (2026-12-31) or a "
            + "time; the newest state when none is named.")
    private String at;

    ReportCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException {
        ReportFormat format = ReportFormat.of(output).orElseThrow(() -> new InputException(
                output + " does not say what to write; let its name end with .html or .docx."));
        Reports reports = context().service(Reports.class);
        try (Workspace workspace = context().openToRead(); EditSession session = context().session(workspace, at)) {
            Artifact artifact = context().artifact(session, key);
            // A report that fails must not leave half a file, nor take an older one away.
            ByteArrayOutputStream made = new ByteArrayOutputStream();
            reports.write(artifact, format, made);
            write(output, made::writeTo);
            context().out().println(output);
            tellReplaced(artifact);
        }
        return 0;
    }
}
