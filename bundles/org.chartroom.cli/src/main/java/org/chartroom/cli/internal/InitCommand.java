package org.chartroom.cli.internal;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.sample.SamplePortfolio;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a workspace. */
@Command(name = "init", description = "Makes a workspace, or leaves the one that is there as it is.")
final class InitCommand extends AbstractCommand {
    @Option(names = "--sample", description = "Adds the sample portfolio.")
    private boolean sample;

    InitCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().open(OpenMode.CREATE)) {
            int added = sample ? SamplePortfolio.loadIntoNew(workspace, context().types().all()) : 0;
            context().out().println("Workspace " + workspace.folder() + ": " + workspace.artifacts().size()
                    + " artifacts" + (added > 0 ? ", " + added + " of them from the sample." : "."));
        }
        return 0;
    }
}
