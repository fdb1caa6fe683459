package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Brings a database of an older version to the present one. */
final class Migration {
    private Migration() {
    }

    /** Migrates a copy and puts it in the place of the original: a process that is killed meanwhile leaves the original. */
    static void replace(WorkspaceFiles files) throws IOException, SQLException {
        DurableFiles.copy(files.database(), files.replacement());
        run(files.replacement());
        DurableFiles.move(files.replacement(), files.database());
    }

    /** Migrates a closed database in its place. */
    static void run(Path file) throws SQLException, IOException {
        try (Database database = new Database(file, false, false)) {
            Schema.migrate(database);
        }
    }
}
