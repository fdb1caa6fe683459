package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that say what the others mean: types, fields, packages and the workspace itself. Each is covered by the hash
 * of the first revision that was committed after it was written.
 */
final class CatalogRows {
    /** The tables, each with the columns that are covered. */
    private static final Map<String, Map<String, CellType>> TABLES = Map.of(
            "meta", columns("name", CellType.STRING, "content", CellType.STRING),
            "type", columns("id", CellType.INTEGER, "ns_uri", CellType.STRING, "name", CellType.STRING),
            "field", columns("id", CellType.INTEGER, "type", CellType.INTEGER, "name", CellType.STRING, "kind",
                    CellType.STRING, "since", CellType.LONG),
            "package", columns("ns_uri", CellType.STRING, "version", CellType.INTEGER, "content", CellType.STRING));

    private CatalogRows() {
    }

    private static Map<String, CellType> columns(Object... namesAndTypes) {
        Map<String, CellType> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            columns.put((String) namesAndTypes[i], (CellType) namesAndTypes[i + 1]);
        }
        return columns;
    }

    /** @return checksums of the rows that no revision covered before this one */
    static List<byte[]> cover(Database.Session session, long revision) throws SQLException {
        List<byte[]> checksums = new ArrayList<>();
        for (Map.Entry<String, Map<String, CellType>> table : TABLES.entrySet()) {
            String columns = String.join(", ", table.getValue().keySet());
            try (ResultSet result = session
                    .statement("SELECT " + columns + " FROM " + table.getKey() + " WHERE added IS NULL")
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
        for (Map.Entry<String, Map<String, CellType>> table : TABLES.entrySet()) {
            String columns = String.join(", ", table.getValue().keySet());
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
                        .statement("SELECT " + columns + " FROM " + table.getKey() + " WHERE added = ?");
                query.setLong(1, revision);
                try (ResultSet result = query.executeQuery()) {
                    read(table.getKey(), table.getValue(), result,
                            covered.computeIfAbsent(revision, number -> new ArrayList<>()));
                }
            }
        }
        return covered;
    }

    /** By their types: asked for whatever is there, H2 would make a Java object of a value that is one. */
    private static void read(String table, Map<String, CellType> columns, ResultSet result, List<byte[]> checksums)
            throws SQLException {
        Checksums calculator = new Checksums();
        List<CellType> types = List.copyOf(columns.values());
        Object[] cells = new Object[types.size()];
        while (result.next()) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = types.get(i).read(result, i + 1);
            }
            checksums.add(calculator.ofCatalog(table, cells));
        }
    }
}
