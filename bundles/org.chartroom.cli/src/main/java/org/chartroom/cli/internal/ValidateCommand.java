package org.chartroom.cli.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Artifact;
import org.chartroom.model.Subject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the checks. */
@Command(name = "validate", description = "Runs the checks; exit code 1 when they find an error or a "
        + "warning.")
final class ValidateCommand extends AbstractCommand {
    @Parameters(arity = "0..*", paramLabel = "KEY", description = "Artifacts to check; all, and the directory, when none is "
            + "named.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    private Severity worst = Severity.INFO;

    ValidateCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        List<Map<String, Object>> found = new ArrayList<>();
        try (Workspace workspace = context().openToRead(); EditSession session = workspace.openSession()) {
            List<String> wanted = keys.isEmpty()
                    ? workspace.artifacts().stream().map(ArtifactInfo::key).toList()
                    : keys;
            for (String key : wanted) {
                Artifact artifact = context().artifact(session, key);
                add(context().checks().run(artifact), artifact.getKey(), found);
            }
            if (keys.isEmpty()) {
                add(context().checks().run(session.directory()), DirectoryCommand.NAME, found);
            }
        }
        if (json) {
            context().json(found);
        } else {
            found.forEach(finding -> context().out().println(finding.get("artifact") + " " + finding.get("severity")
                    + ": " + OneLine.of(String.valueOf(finding.get("message")))));
            context().out().println(found.size() + (found.size() == 1 ? " finding." : " findings."));
        }
        return worst == Severity.INFO ? 0 : CliApplication.FINDINGS;
    }

    private void add(List<Finding> findings, String artifact, List<Map<String, Object>> found) {
        for (Finding finding : findings) {
            if (finding.severity().compareTo(worst) > 0) {
                worst = finding.severity();
            }
            found.add(data(artifact, finding));
        }
    }

    private static Map<String, Object> data(String artifact, Finding finding) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("artifact", artifact);
        data.put("element",
                finding.element() instanceof Subject subject ? subject.getKey() : finding.element().getId());
        data.put("field", finding.feature() == null ? "" : finding.feature().getName());
        data.put("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT));
        data.put("check", finding.checkId());
        data.put("message", finding.message());
        return data;
    }
}
