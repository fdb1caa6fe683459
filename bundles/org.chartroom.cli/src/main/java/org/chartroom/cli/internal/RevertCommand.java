package org.chartroom.cli.internal;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a revision back. */
@Command(name = "revert", description = "Takes back what a revision did, as a new revision. Ends with 3 and names what later "
        + "revisions changed again, if any did.")
final class RevertCommand extends AbstractCommand {
    @Parameters(paramLabel = "REVISION", description = "Number of the revision.")
    private long revision;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with the new revision.")
    private String reason = "";

    RevertCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().open(OpenMode.READ_WRITE)) {
            context().out().println("Revision " + workspace.revert(revision, reason).number() + ".");
        }
        return 0;
    }
}
