package org.chartroom.cli.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.Workspaces;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies of the whole workspace. */
@Command(name = "backup", synopsisSubcommandLabel = "COMMAND", subcommands = {BackupCommand.ListBackups.class,
        BackupCommand.Create.class}, description = "Lists backups or takes one. Chartroom takes one by itself when it "
                + "opens the workspace, at most daily, and keeps the newest ten of those.")
final class BackupCommand {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    private boolean help;

    /** Lists backups. */
    @Command(name = "list", description = "Lists the backups, newest first; also those of a damaged workspace.")
    static final class ListBackups extends AbstractCommand {
        @Option(names = "--json", description = "Prints JSON.")
        private boolean json;

        ListBackups(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            List<BackupInfo> backups = context().service(Workspaces.class).backups(context().folder());
            if (json) {
                context().json(backups.stream().map(ListBackups::data).toList());
            } else if (backups.isEmpty()) {
                context().out().println("No backups yet; take one with \"chartroom backup create\".");
            } else {
                backups.forEach(backup -> context().out().printf(Locale.ROOT, "%-44s revision %-7d %-10s %,d bytes%n",
                        backup.file().getFileName(), backup.revision(),
                        backup.occasion().name().toLowerCase(Locale.ROOT), backup.size()));
            }
            return 0;
        }

        private static Map<String, Object> data(BackupInfo backup) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("file", backup.file().toString());
            data.put("takenAt", backup.takenAt().toString());
            data.put("revision", backup.revision());
            data.put("bytes", backup.size());
            data.put("occasion", backup.occasion().name().toLowerCase(Locale.ROOT));
            return data;
        }
    }

    /** Takes a backup. */
    @Command(name = "create", description = "Takes a backup and checks it; it is kept until somebody deletes the file.")
    static final class Create extends AbstractCommand {
        Create(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            try (Workspace workspace = context().open(OpenMode.READ_WRITE)) {
                return context().warnOf(workspace, () -> context().out().println(workspace.backup().file()));
            }
        }
    }
}
