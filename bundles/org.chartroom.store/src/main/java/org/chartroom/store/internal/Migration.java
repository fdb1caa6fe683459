package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

import org.chartroom.store.internal.file.FileKey;

/** Brings a database of an older version to the present one. */
final class Migration {
    private Migration() {
    }

    /** Migrates a copy and puts it in the place of the original: a process that is killed meanwhile leaves the original. */
    static void replace(WorkspaceFiles files) throws IOException, SQLException {
        DurableFiles.copy(files.database(), files.replacement());
        run(files.replacement(), files.key());
        DurableFiles.move(files.replacement(), files.database());
    }

    /** Migrates a closed database in its place. */
    static void run(Path file, FileKey key) throws SQLException, IOException {
        try (Database database = new Database(file, key, false, false)) {
            Schema.migrate(database);
        }
    }
}
