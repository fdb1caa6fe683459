package org.chartroom.store.internal;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceException;
import org.eclipse.osgi.util.NLS;

/** Computes the hashes of all revisions again from the rows of the present and the past; used once. */
final class ChainVerifier {
    private final Database.Session session;
    private final TypeCatalog catalog;
    private final RowVerifier rows;
    private final Path folder;
    private final Checksums checksums = new Checksums();
    private final Map<Long, List<byte[]>> touched = new HashMap<>();

    ChainVerifier(Database.Session session, TypeCatalog catalog, RowVerifier rows, Path folder) {
        this.session = session;
        this.catalog = catalog;
        this.rows = rows;
        this.folder = folder;
    }

    /** @throws WorkspaceException of kind DAMAGED that names the element or the first revision that is not as written */
    void verify() throws SQLException {
        for (StoredType type : catalog.types()) {
            readRows(type, "SELECT " + type.columns() + " FROM " + type.table(), false);
            readRows(type, "SELECT " + type.columns() + ", valid_to FROM " + type.historyTable(), true);
        }
        readLinks("SELECT " + LinkRows.COLUMNS + " FROM link", false);
        readLinks("SELECT " + LinkRows.COLUMNS + ", valid_to FROM link_history", true);
        String previous = RevisionLog.FIRST;
        long number = Revision.NONE;
        for (Revision revision : RevisionLog.all(session)) {
            number++;
            List<byte[]> content = touched.getOrDefault(number, List.of());
            String hash = RevisionLog.hash(previous, number, revision.committedAt(), revision.author(),
                    revision.reason(), content);
            if (revision.number() != number || !hash.equals(revision.hash())) {
                throw damaged(number);
            }
            touched.remove(number);
            previous = hash;
        }
        if (!touched.isEmpty()) {
            // Rows of revisions that are not there any more.
            throw damaged(number + 1);
        }
    }

    private WorkspaceException damaged(long number) {
        return new WorkspaceException(WorkspaceException.Kind.DAMAGED,
                NLS.bind(Messages.damagedRevision, number, folder));
    }

    private void readRows(StoredType type, String sql, boolean closed) throws SQLException {
        try (ResultSet result = session.statement(sql).executeQuery()) {
            while (result.next()) {
                StoredRow row = type.read(result);
                rows.check(checksums, row);
                note(row.validFrom(), row.checksum());
                if (closed) {
                    note(result.getLong(type.columnCount() + 1), row.checksum());
                }
            }
        }
    }

    private void readLinks(String sql, boolean closed) throws SQLException {
        try (ResultSet result = session.statement(sql).executeQuery()) {
            while (result.next()) {
                LinkRow link = LinkRows.read(result);
                if (!Arrays.equals(checksums.of(link), link.checksum())) {
                    throw damaged(link.validFrom());
                }
                note(link.validFrom(), link.checksum());
                if (closed) {
                    note(result.getLong(10), link.checksum());
                }
            }
        }
    }

    private void note(long revision, byte[] checksum) {
        touched.computeIfAbsent(revision, number -> new ArrayList<>()).add(checksum);
    }
}
