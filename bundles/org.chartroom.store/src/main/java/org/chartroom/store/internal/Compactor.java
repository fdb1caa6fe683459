package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import org.chartroom.core.workspace.Compaction;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.osgi.util.NLS;

/** Writes a database anew, without what is not in use any more. */
final class Compactor {
    /** What compacting gives back must be worth a wait as long as verifying. */
    private static final int LEAST_IN_USE = 33;

    private Compactor() {
    }

    /** @return whether less than a third of the file is in use, as far as the database knows */
    static boolean isWorthwhile(Database database) throws SQLException {
        try (ResultSet result = database.writer()
                .statement("SELECT setting_value FROM information_schema.settings"
                        + " WHERE setting_name = 'info.CHUNKS_FILL_RATE'")
                .executeQuery()) {
            return result.next() && Integer.parseInt(result.getString(1)) < LEAST_IN_USE;
        }
    }

    /**
     * Compacts a closed database, and drops stored evidence that no revision names. The original stays in its place until the new one is checked and on the disk.
     *
     * @throws WorkspaceException of kind DAMAGED when the content does not verify; nothing is changed then
     */
    static Compaction compact(WorkspaceFiles files, EvidenceFolder evidence) throws IOException, SQLException {
        long before = Files.size(files.database());
        Files.deleteIfExists(files.replacement());
        try {
            FileConversion.compact(files.database(), files.replacement(), files.key());
            Verification verification = FileVerifier.verify(files.replacement(), files.key(), false, List.of(),
                    new NullProgressMonitor());
            Set<String> named;
            try (Database copy = new Database(files.replacement(), files.key(), true, false)) {
                named = EvidenceRows.names(copy.writer(), new TypeCatalog(copy));
            }
            Verification.Problem problem = verification.first().orElse(null);
            if (problem != null) {
                throw new WorkspaceException(Kind.DAMAGED,
                        NLS.bind(Messages.compactDamaged, files.folder(), problem.message()));
            }
            long after = Files.size(files.replacement());
            if (after < before) {
                DurableFiles.move(files.replacement(), files.database());
            }
            evidence.dropAllBut(named);
            return new Compaction(before, Math.min(before, after), verification.revisions());
        } finally {
            Files.deleteIfExists(files.replacement());
        }
    }
}
