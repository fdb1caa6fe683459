package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

import org.chartroom.core.workspace.Verification.Kind;
import org.eclipse.osgi.util.NLS;

/** Finds present rows that lie in something that is not there: their checksums fit, and nobody is shown them. */
final class OrphanVerifier {
    private static final int FIRST_SIZE = 1024;

    private long[] keys = new long[FIRST_SIZE];
    private long[] containers = new long[FIRST_SIZE];
    private int[] types = new int[FIRST_SIZE];
    private int size;

    /** Takes a present row into account. */
    void row(StoredRow row) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            containers = Arrays.copyOf(containers, size * 2);
            types = Arrays.copyOf(types, size * 2);
        }
        keys[size] = row.key();
        containers[size] = row.container();
        types[size++] = row.type().id();
    }

    /** To be called after all present rows were shown. */
    void verify(Database.Session session, TypeCatalog catalog, ChainVerifier.Report report) throws SQLException {
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        for (int i = 0; i < size; i++) {
            if (containers[i] != RowKeys.NONE && Arrays.binarySearch(sorted, containers[i]) < 0) {
                report(session, catalog.type(types[i]), keys[i], report);
            }
        }
    }

    private static void report(Database.Session session, StoredType type, long key, ChainVerifier.Report report)
            throws SQLException {
        PreparedStatement query = session
                .statement("SELECT " + type.columns() + " FROM " + type.table() + " WHERE row_key = ?");
        query.setLong(1, key);
        try (ResultSet result = query.executeQuery()) {
            if (result.next()) {
                StoredRow row = type.read(result);
                report.problem(Kind.ALTERED, row.validFrom(),
                        NLS.bind(Messages.verifyOrphan, Labels.of(row), row.validFrom()));
            }
        }
    }
}
