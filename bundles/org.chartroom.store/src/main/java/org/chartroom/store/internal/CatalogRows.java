package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that say what the others mean: types, fields, packages and the workspace itself. Each is covered by the hash
 * of the first revision that was committed after it was written.
 */
final class CatalogRows {
    /** The tables, each with the columns that are covered. */
    private static final Map<String, String> TABLES = Map.of("meta", "name, content", "type", "id, ns_uri, name",
            "field", "id, type, name, kind, since", "package", "ns_uri, version, content");

    private CatalogRows() {
    }

    /** @return checksums of the rows that no revision covered before this one */
    static List<byte[]> cover(Database.Session session, long revision) throws SQLException {
        List<byte[]> checksums = new ArrayList<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            try (ResultSet result = session
                    .statement("SELECT " + table.getValue() + " FROM " + table.getKey() + " WHERE added IS NULL")
                    .executeQuery()) {
                read(table.getKey(), table.getValue(), result, checksums);
            }
            PreparedStatement update = session
                    .statement("UPDATE " + table.getKey() + " SET added = ? WHERE added IS NULL");
            update.setLong(1, revision);
            update.execute();
        }
        return checksums;
    }

    /** @return checksums of all covered rows, by the revision that covers them */
    static Map<Long, List<byte[]>> covered(Database.Session session) throws SQLException {
        Map<Long, List<byte[]>> covered = new HashMap<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            List<Long> revisions = new ArrayList<>();
            try (ResultSet result = session
                    .statement("SELECT added FROM " + table.getKey() + " WHERE added IS NOT NULL GROUP BY added")
                    .executeQuery()) {
                while (result.next()) {
                    revisions.add(result.getLong(1));
                }
            }
            for (long revision : revisions) {
                PreparedStatement query = session
                        .statement("SELECT " + table.getValue() + " FROM " + table.getKey() + " WHERE added = ?");
                query.setLong(1, revision);
                try (ResultSet result = query.executeQuery()) {
                    read(table.getKey(), table.getValue(), result,
                            covered.computeIfAbsent(revision, number -> new ArrayList<>()));
                }
            }
        }
        return covered;
    }

    private static void read(String table, String columns, ResultSet result, List<byte[]> checksums)
            throws SQLException {
        Checksums calculator = new Checksums();
        Object[] cells = new Object[columns.split(",").length];
        while (result.next()) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = result.getObject(i + 1);
            }
            checksums.add(calculator.ofCatalog(table, cells));
        }
    }
}
