package org.chartroom.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.StateStamp;
import org.chartroom.core.workspace.StateStamps;
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

    @Option(names = "--against", paramLabel = "FILE", description = "A file that was handed out earlier: a report, a "
            + "workbook (xlsx), a model file (xmi) or what \"chartroom head\" printed; tells whether the state it names is "
            + "still in the history.")
    private Path against;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    VerifyCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException {
        if (head != null && against != null) {
            throw new InputException("--head and --against both say what to check against; give one of them.");
        }
        if (head != null && !head.matches("[0-9A-Fa-f]{64}")) {
            throw new InputException("--head must be 64 hexadecimal digits, as \"chartroom head\" prints them.");
        }
        Optional<StateStamp> state = against == null ? Optional.empty() : Optional.of(stateOf(against));
        try (Workspace workspace = context().openToRead()) {
            checkWorkspace(state, workspace);
            Verification verification = workspace.verify(state.map(StateStamp::headHash).or(
                    () -> Optional.ofNullable(head)), progress());
            if (verification.isIntact()) {
                checkNumber(state, workspace);
            }
            if (json) {
                Map<String, Object> data = data(verification);
                state.ifPresent(one -> data.put("against", data(one)));
                context().json(data);
            } else {
                print(verification);
                if (verification.isIntact()) {
                    state.ifPresent(this::printInChain);
                }
            }
            return verification.isIntact() ? 0 : CliApplication.FINDINGS;
        }
    }

    private static StateStamp stateOf(Path file) throws IOException {
        StateStamp state = StateStamps.read(file);
        if (!state.isSaved()) {
            throw new InputException(file + " was made before anything was saved in its workspace, so that it names no "
                    + "revision to check; take a later one.");
        }
        return state;
    }

    private void checkWorkspace(Optional<StateStamp> state, Workspace workspace) {
        state.flatMap(StateStamp::workspaceId).filter(id -> !id.equals(workspace.id())).ifPresent(id -> {
            throw new InputException(against + " is of the workspace " + id + ", and " + context().folder() + " is "
                    + workspace.id() + "; name the right one with --workspace.");
        });
    }

    /** The hash was found; a number that does not belong to it was written by somebody else. */
    private void checkNumber(Optional<StateStamp> state, Workspace workspace) {
        state.ifPresent(one -> {
            if (!workspace.revision(one.revision()).map(Revision::hash).filter(one.headHash()::equalsIgnoreCase)
                    .isPresent()) {
                throw new InputException(against + " names revision " + one.revision() + " with the hash of another; "
                        + "the file was altered after it was handed out, so take another one.");
            }
        });
    }

    private void printInChain(StateStamp state) {
        context().out().println("Revision " + state.revision() + " with the hash in " + against
                + " is in the chain: nothing up to it was altered since.");
        if (state.unsaved()) {
            context().out()
                    .println("The file has changes besides that were not saved; the history can't tell of them.");
        }
    }

    private static Map<String, Object> data(StateStamp state) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("revision", state.revision());
        data.put("hash", state.headHash());
        data.put("workspace", state.workspaceId().orElse(null));
        data.put("unsaved", state.unsaved());
        return data;
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
            // What belongs to no revision may be a table, an index or a file.
            default -> (problem.revision() == Revision.NONE ? "something was " : "rows were ") + kind(problem);
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
