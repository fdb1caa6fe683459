package org.chartroom.cli.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.chartroom.core.workspace.Compaction;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives unused room back. */
@Command(name = "compact", description = "Writes the database anew without the room that is not in use; keeps every "
        + "revision and says what it saved.")
final class CompactCommand extends AbstractCommand {
    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    CompactCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().open(OpenMode.READ_WRITE)) {
            Compaction compaction = workspace.compact();
            if (json) {
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("bytesBefore", compaction.bytesBefore());
                data.put("bytesAfter", compaction.bytesAfter());
                data.put("revisions", compaction.revisions());
                context().json(data);
            } else {
                context().out().printf(Locale.ROOT, "%,d bytes before, %,d after, %,d saved; all %,d revisions kept.%n",
                        compaction.bytesBefore(), compaction.bytesAfter(),
                        compaction.bytesBefore() - compaction.bytesAfter(), compaction.revisions());
            }
        }
        return 0;
    }
}
