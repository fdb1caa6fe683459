package org.chartroom.cli.internal;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.Workspace;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks that nothing was altered behind the product's back. */
@Command(name = "verify", description = "Computes the checksums of all rows, the chain of all revisions and the SHA-256 of "
        + "stored evidence again, and names the first revision that does not fit.")
final class VerifyCommand extends AbstractCommand {
    @Option(names = "--head", paramLabel = "HASH", description = "A hash that \"chartroom head\" printed earlier; tells "
            + "whether the newest revisions were cut off.")
    private String head;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    VerifyCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (head != null && !head.matches("[0-9A-Fa-f]{64}")) {
            throw new InputException("--head must be 64 hexadecimal digits, as \"chartroom head\" prints them.");
        }
        try (Workspace workspace = context().openToRead()) {
            Verification verification = workspace.verify(Optional.ofNullable(head), progress());
            if (json) {
                context().json(data(verification));
            } else {
                print(verification);
            }
            return verification.isIntact() ? 0 : CliApplication.FINDINGS;
        }
    }

    /** Only for somebody who watches: in a file or a pipe it would be in the way. */
    private static IProgressMonitor progress() {
        return System.console() == null
                ? new NullProgressMonitor()
                : new TerminalProgress("Checking", new PrintWriter(System.err, true));
    }

    private void print(Verification verification) {
        verification.problems().forEach(problem -> context().out().printf(Locale.ROOT, "%-16s %s%n", kind(problem),
                problem.message()));
        verification.first().ifPresentOrElse(
                first -> context().out().println(first.revision() == Revision.NONE
                        ? "NOT INTACT: " + what(first) + "."
                        : "NOT INTACT: revision " + first.revision() + " is the first that does not fit; "
                                + what(first) + "."),
                () -> context().out().println("Intact: " + verification.revisions() + " revisions, "
                        + verification.rows() + " row versions, head "
                        + verification.head().map(Revision::hash).orElse("none") + "."));
    }

    private static String what(Verification.Problem problem) {
        return switch (problem.kind()) {
            case EVIDENCE_MISSING -> "stored evidence is missing";
            case EVIDENCE_ALTERED -> "stored evidence was altered";
            default -> "rows were " + kind(problem);
        };
    }

    private static String kind(Verification.Problem problem) {
        return problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, Object> data(Verification verification) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("intact", verification.isIntact());
        data.put("revisions", verification.revisions());
        data.put("rows", verification.rows());
        data.put("head", verification.head().map(Revision::hash).orElse(null));
        data.put("firstBadRevision", verification.first().map(Verification.Problem::revision).orElse(null));
        data.put("problems", verification.problems().stream().map(problem -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", kind(problem));
            one.put("revision", problem.revision());
            one.put("message", problem.message());
            return one;
        }).toList());
        return data;
    }
}
