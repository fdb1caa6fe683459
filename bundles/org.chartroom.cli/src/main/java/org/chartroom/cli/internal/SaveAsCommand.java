package org.chartroom.cli.internal;

import java.nio.file.Path;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.eclipse.osgi.util.NLS;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Saves the workspace elsewhere. */
@Command(name = "save-as", description = "Saves the workspace with its whole history and its stored evidence in another "
        + "folder, and checks what it has written. The workspace stays where it is, and so do its backups.")
final class SaveAsCommand extends AbstractCommand {
    @Parameters(paramLabel = "DIR", description = "An empty folder, or one that is not there yet.")
    private Path target;

    SaveAsCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().open(OpenMode.READ_WRITE)) {
            return context().warnOf(workspace, () -> {
                workspace.saveAs(target.toAbsolutePath().normalize());
                context().out().println(NLS.bind(Messages.savedAs, context().folder(), workspace.folder()));
            });
        }
    }
}
