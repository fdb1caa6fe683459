package org.chartroom.cli.internal;

import java.nio.file.Path;
import java.util.List;

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
            List<String> before = workspace.warnings();
            workspace.saveAs(target.toAbsolutePath().normalize());
            workspace.warnings().stream().filter(warning -> !before.contains(warning))
                    .forEach(context().out()::println);
            context().out().println(NLS.bind(Messages.savedAs, context().folder(), workspace.folder()));
        }
        return 0;
    }
}
