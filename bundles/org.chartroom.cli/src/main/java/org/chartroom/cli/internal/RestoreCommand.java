package org.chartroom.cli.internal;

import java.nio.file.Path;
import java.util.List;

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.Restoration;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspaces;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of the workspace. */
@Command(name = "restore", description = "Puts a backup in the place of the workspace, after checking it. The database "
        + "that was there is kept beside it under another name.")
final class RestoreCommand extends AbstractCommand {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A backup as \"chartroom backup list\" names it, or "
            + "the path of one; the newest when none is named.")
    private Path file;

    RestoreCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        Workspaces workspaces = context().service(Workspaces.class);
        Path chosen = file;
        List<BackupInfo> backups = workspaces.backups(context().folder());
        if (chosen == null) {
            chosen = backups.stream().findFirst().map(BackupInfo::file).orElseThrow(() -> new InputException(
                    "There is no backup of " + context().folder() + "; name the file of one."));
        } else {
            Path name = chosen;
            chosen = backups.stream().map(BackupInfo::file).filter(backup -> backup.getFileName().equals(name))
                    .findFirst().orElse(chosen);
        }
        checkInput(chosen);
        Restoration restored = workspaces.restore(context().folder(), chosen);
        Revision head = restored.head();
        context().out().println("Restored from " + chosen + "; the newest revision is " + head.number() + " of "
                + head.committedAt() + ".");
        return context().warn(restored.warnings());
    }
}
