package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Edits of a database by somebody who knows how Chartroom keeps things. Each kind picks its rows and values at random.
 * Afterwards checksums, and the chain over them, can be made to fit again, as a knowing attacker would.
 */
final class Tampering {
    /** What is done. */
    enum Kind {
        ALTER, ALTER_PAST, MOVE_TO_PAST, MOVE_TO_PRESENT, COPY, DELETE, DELETE_PAST, INSERT, REVALIDATE, SWAP, HIDE, DUPLICATE, EXTEND, LINKS, LINKS_PAST, SIGN_OFFS, BASELINES, DIRECTORY, EVIDENCE, CATALOGUE, META, REVISIONS, NOTES
    }

    /** What is made to fit again afterwards. */
    enum Rehash {
        /** Nothing. */
        NOTHING,
        /** The checksums of rows. */
        ROWS,
        /** The checksums of rows and the hashes of all revisions. */
        CHAIN
    }

    private final Database database;
    private final TypeCatalog catalog;
    private final Random random;

    Tampering(Database database, Random random) throws SQLException {
        this.database = database;
        this.random = random;
        this.catalog = new TypeCatalog(database);
    }

    void apply(Kind kind) throws SQLException {
        StoredType type = anyType();
        String present = type.table();
        String past = type.historyTable();
        switch (kind) {
            case ALTER -> alter(type, present);
            case ALTER_PAST -> alter(type, past);
            case MOVE_TO_PAST -> {
                long key = anyKey(present);
                run("INSERT INTO " + past + " (" + type.columns() + ", valid_to) SELECT " + type.columns() + ", "
                        + anyRevision() + " FROM " + present + " WHERE row_key = " + key);
                run("DELETE FROM " + present + " WHERE row_key = " + key);
            }
            case MOVE_TO_PRESENT -> {
                long key = anyKey(past);
                run("DELETE FROM " + present + " WHERE row_key = " + key);
                run("INSERT INTO " + present + " (" + type.columns() + ") SELECT " + type.columns() + " FROM " + past
                        + " WHERE row_key = " + key + " LIMIT 1");
                run("DELETE FROM " + past + " WHERE row_key = " + key);
            }
            case COPY -> run("INSERT INTO " + past + " (" + type.columns() + ", valid_to) SELECT " + type.columns()
                    + ", " + anyRevision() + " FROM " + present + " WHERE row_key = " + anyKey(present));
            case DELETE -> run("DELETE FROM " + present + " WHERE row_key = " + anyKey(present));
            case DELETE_PAST -> run("DELETE FROM " + past + " WHERE row_key = " + anyKey(past));
            case INSERT, DUPLICATE -> duplicate(type, kind == Kind.INSERT);
            case REVALIDATE -> run("UPDATE " + (random.nextBoolean() ? present : past) + " SET valid_from = "
                    + anyRevision() + " WHERE row_key = " + anyKey(random.nextBoolean() ? present : past));
            case SWAP -> swap(type);
            case HIDE -> hide(type);
            case EXTEND ->
                run("UPDATE " + past + " SET valid_to = " + anyRevision() + " WHERE row_key = " + anyKey(past));
            case LINKS -> links("link");
            case LINKS_PAST -> links("link_history");
            case SIGN_OFFS -> some("SignOff");
            case BASELINES -> some("Baseline");
            case DIRECTORY -> some("Person");
            case EVIDENCE -> some("Evidence");
            case CATALOGUE -> catalogue(type);
            case META -> meta();
            case REVISIONS -> revisions();
            case NOTES -> notes();
        }
        database.writer().connection().commit();
    }

    private StoredType anyType() throws SQLException {
        List<StoredType> filled = new ArrayList<>();
        for (StoredType type : catalog.types()) {
            if (number("SELECT COUNT(*) FROM " + type.table()) > 0) {
                filled.add(type);
            }
        }
        return filled.get(random.nextInt(filled.size()));
    }

    private StoredType type(String name) {
        return catalog.types().stream().filter(type -> type.name().equals(name)).findFirst().orElseThrow();
    }

    private long number(String query) throws SQLException {
        try (Statement statement = database.writer().connection().createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getLong(1) : -1;
        }
    }

    private long anyKey(String table) throws SQLException {
        return number("SELECT row_key FROM " + table + " ORDER BY row_key LIMIT 1 OFFSET "
                + random.nextInt((int) Math.max(1, number("SELECT COUNT(*) FROM " + table))));
    }

    private long anyRevision() throws SQLException {
        long newest = number("SELECT MAX(number) FROM revision");
        return switch (random.nextInt(5)) {
            case 0 -> Long.MAX_VALUE;
            case 1 -> Long.MAX_VALUE - 1;
            case 2 -> newest + 1;
            default -> 1 + random.nextInt((int) newest);
        };
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.writer().connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // Some combinations do not go: a key that is taken, say. What is left undone changes nothing.
            if (e.getErrorCode() != 23505 && e.getErrorCode() != 23502 && !TablesVerifier.isAboutDefinition(e)
                    && e.getErrorCode() != 90085) {
                throw e;
            }
        }
    }

    private void alter(StoredType type, String table) throws SQLException {
        alter(type, table, anyKey(table));
    }

    private void alter(StoredType type, String table, long key) throws SQLException {
        if (type.cellCount() == 0) {
            return;
        }
        int cell = random.nextInt(type.cellCount());
        String value = switch (type.cellType(cell)) {
            case STRING -> random.nextInt(4) == 0 ? "NULL" : "'altered " + random.nextInt(100) + "'";
            case INTEGER, LONG -> Integer.toString(random.nextInt(3));
            case BOOLEAN -> "TRUE";
            case DOUBLE, DECIMAL -> "1.5";
            case CURRENCY -> "'USD'";
            case DATE -> "DATE '2020-02-02'";
            case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE '2020-02-02 02:02:02+00'";
        };
        run("UPDATE " + table + " SET " + type.cellColumn(cell) + " = " + value + " WHERE row_key = " + key);
    }

    private void duplicate(StoredType type, boolean isAltered) throws SQLException {
        long key = anyKey(type.table());
        long other = key + 1 + random.nextInt(50);
        String columns = type.columns().substring("row_key, id".length());
        run("INSERT INTO " + type.table() + " (row_key, id" + columns + ") SELECT " + other + ", 'id-"
                + random.nextInt()
                + "'" + columns + " FROM " + type.table() + " WHERE row_key = " + key);
        run("UPDATE root SET next_element = next_element + 60 WHERE number = " + RowKeys.rootNumber(key));
        if (isAltered) {
            alter(type, type.table(), other);
        }
    }

    private void swap(StoredType type) throws SQLException {
        long one = anyKey(type.table());
        long other = anyKey(type.table());
        String column = List.of("position", "container", "checksum", "valid_from").get(random.nextInt(4));
        String value = "(SELECT " + column + " FROM " + type.table() + " WHERE row_key = ";
        run("UPDATE " + type.table() + " SET " + column + " = CASE row_key WHEN " + one + " THEN " + value + other
                + ") ELSE " + value + one + ") END WHERE row_key IN (" + one + ", " + other + ")");
    }

    private void hide(StoredType type) throws SQLException {
        long key = anyKey(type.table());
        int root = RowKeys.rootNumber(key);
        run(switch (random.nextInt(7)) {
            case 0 -> "UPDATE root SET type = NULL WHERE number = " + root;
            case 1 -> "DELETE FROM root WHERE number = " + root;
            case 2 -> "UPDATE root SET id = 'hidden' WHERE number = " + root;
            case 3 -> "UPDATE root SET next_element = 1 WHERE number = " + root;
            case 4 -> "UPDATE " + type.table() + " SET container = " + (key + 1000) + " WHERE row_key = " + key;
            case 5 -> "UPDATE " + type.table() + " SET container_field = 9999 WHERE row_key = " + key;
            default -> "UPDATE " + type.table() + " SET row_key = " + RowKeys.key(77, 0) + " WHERE row_key = " + key;
        });
    }

    private void links(String table) throws SQLException {
        boolean isPast = table.endsWith("history");
        run(switch (random.nextInt(5)) {
            case 0 -> "DELETE FROM " + table;
            case 1 -> "UPDATE " + table + " SET content = 'altered' WHERE content IS NOT NULL";
            case 2 -> "UPDATE " + table + " SET position = position + 1000";
            case 3 -> "UPDATE " + table + (isPast ? " SET valid_to = " : " SET valid_from = ") + anyRevision();
            default -> isPast
                    ? "INSERT INTO link SELECT owner, field, position + 5, content, target_id, target_root, target_type,"
                            + " valid_from, checksum FROM link_history LIMIT 1"
                    : "INSERT INTO link_history SELECT l.*, " + anyRevision() + " FROM link l";
        });
        if (!isPast && random.nextInt(3) == 0) {
            run("DELETE FROM link");
        }
    }

    private void some(String name) throws SQLException {
        StoredType type = type(name);
        switch (random.nextInt(4)) {
            case 0 -> run("DELETE FROM " + type.table());
            case 1 -> alter(type, type.table());
            case 2 -> {
                run("INSERT INTO " + type.historyTable() + " (" + type.columns() + ", valid_to) SELECT "
                        + type.columns() + ", " + anyRevision() + " FROM " + type.table());
                run("DELETE FROM " + type.table());
            }
            default -> duplicate(type, true);
        }
    }

    private void catalogue(StoredType type) throws SQLException {
        run(switch (random.nextInt(8)) {
            case 0 -> "DROP TABLE " + type.table();
            case 1 -> "DROP TABLE " + type.historyTable();
            case 2 -> "ALTER TABLE " + type.table() + " ADD f9999_extra VARCHAR";
            case 3 -> "ALTER TABLE " + type.table() + " DROP COLUMN "
                    + (type.cellCount() == 0 ? "position" : type.cellColumn(random.nextInt(type.cellCount())));
            case 4 -> "CREATE VIEW v AS SELECT * FROM meta";
            case 5 -> "UPDATE type SET name = 'Other' WHERE id = " + type.id();
            case 6 -> "UPDATE field SET since = 3 WHERE type = " + type.id();
            default -> "CREATE TABLE t99_other (row_key BIGINT)";
        });
    }

    private void meta() throws SQLException {
        run(switch (random.nextInt(4)) {
            case 0 -> "UPDATE meta SET content = '00000000-0000-0000-0000-000000000000' WHERE name = 'workspaceId'";
            case 1 -> "INSERT INTO meta VALUES ('more', 'x', NULL)";
            case 2 -> "INSERT INTO package VALUES ('http://elsewhere', 1, '<x/>', NULL)";
            default -> "UPDATE package SET content = REPLACE(content, 'Risk', 'Rusk')";
        });
    }

    private void revisions() throws SQLException {
        long revision = 1 + random.nextInt((int) number("SELECT MAX(number) FROM revision"));
        run(switch (random.nextInt(5)) {
            case 0 -> "UPDATE revision SET author = 'Eve' WHERE number = " + revision;
            case 1 -> "UPDATE revision SET reason = 'no reason' WHERE number = " + revision;
            case 2 -> "UPDATE revision SET committed_at = committed_at - INTERVAL '1' DAY WHERE number = " + revision;
            case 3 -> "DELETE FROM revision WHERE number >= " + revision;
            default -> "INSERT INTO revision SELECT number + 1, committed_at, 'Eve', reason, hash, row_count, checksum"
                    + " FROM revision ORDER BY number DESC LIMIT 1";
        });
    }

    private void notes() throws SQLException {
        run(switch (random.nextInt(6)) {
            case 0 -> "DELETE FROM change WHERE entry IN (SELECT entry FROM change ORDER BY RAND() LIMIT 1)";
            case 1 -> "UPDATE change SET kind = 'D'";
            case 2 -> "DELETE FROM deleted";
            case 3 -> "DELETE FROM moved";
            case 4 -> "UPDATE moved SET root = 1";
            default -> "UPDATE root SET last_revision = 1";
        });
    }

    void rehash(Rehash what) throws SQLException {
        if (what == Rehash.NOTHING) {
            return;
        }
        Map<Long, List<byte[]>> touched = new TreeMap<>();
        Checksums checksums = new Checksums();
        for (StoredType type : new TypeCatalog(database).types()) {
            for (String table : List.of(type.table(), type.historyTable())) {
                rehashRows(type, table, checksums, touched);
            }
        }
        rehashLinks("link", checksums, touched);
        rehashLinks("link_history", checksums, touched);
        if (what == Rehash.CHAIN) {
            CatalogRows.covered(database.writer())
                    .forEach((revision, sums) -> touched.computeIfAbsent(revision, key -> new ArrayList<>())
                            .addAll(sums));
            rehashChain(touched);
        }
        database.writer().connection().commit();
    }

    private void rehashRows(StoredType type, String table, Checksums checksums, Map<Long, List<byte[]>> touched)
            throws SQLException {
        boolean isPast = table.equals(type.historyTable());
        Map<StoredRow, Long> rows = new HashMap<>();
        try (Statement statement = database.writer().connection().createStatement();
                ResultSet result = statement.executeQuery("SELECT " + type.columns() + (isPast ? ", valid_to" : "")
                        + " FROM " + table)) {
            while (result.next()) {
                rows.put(type.read(result), isPast ? result.getLong(type.columnCount() + 1) : -1);
            }
        } catch (SQLException e) {
            if (!TablesVerifier.isAboutDefinition(e)) {
                throw e;
            }
        }
        for (Map.Entry<StoredRow, Long> entry : rows.entrySet()) {
            StoredRow row = entry.getKey();
            byte[] sum = checksums.of(row);
            try (PreparedStatement update = database.writer().connection().prepareStatement("UPDATE " + table
                    + " SET checksum = ? WHERE row_key = ? AND valid_from = ?")) {
                update.setBytes(1, sum);
                update.setLong(2, row.key());
                update.setLong(3, row.validFrom());
                update.execute();
            }
            touch(touched, sum, row.validFrom(), entry.getValue());
        }
    }

    private static void touch(Map<Long, List<byte[]>> touched, byte[] sum, long from, long to) {
        touched.computeIfAbsent(from, key -> new ArrayList<>()).add(sum);
        if (to >= 0) {
            touched.computeIfAbsent(to, key -> new ArrayList<>()).add(sum);
        }
    }

    private void rehashLinks(String table, Checksums checksums, Map<Long, List<byte[]>> touched) throws SQLException {
        boolean isPast = table.endsWith("history");
        Map<LinkRow, Long> links = new HashMap<>();
        try (Statement statement = database.writer().connection().createStatement();
                ResultSet result = statement.executeQuery("SELECT " + LinkRows.COLUMNS + (isPast ? ", valid_to" : "")
                        + " FROM " + table)) {
            while (result.next()) {
                links.put(LinkRows.read(result), isPast ? result.getLong(10) : -1);
            }
        }
        for (Map.Entry<LinkRow, Long> entry : links.entrySet()) {
            LinkRow link = entry.getKey();
            byte[] sum = checksums.of(link);
            try (PreparedStatement update = database.writer().connection().prepareStatement("UPDATE " + table
                    + " SET checksum = ? WHERE owner = ? AND field = ? AND position = ? AND valid_from = ?")) {
                update.setBytes(1, sum);
                update.setLong(2, link.owner());
                update.setInt(3, link.field());
                update.setLong(4, link.position());
                update.setLong(5, link.validFrom());
                update.execute();
            }
            touch(touched, sum, link.validFrom(), entry.getValue());
        }
    }

    private void rehashChain(Map<Long, List<byte[]>> touched) throws SQLException {
        String previous = RevisionLog.FIRST;
        for (RevisionLog.Entry entry : RevisionLog.all(database.writer())) {
            var revision = entry.revision();
            List<byte[]> content = touched.getOrDefault(revision.number(), List.of());
            previous = RevisionLog.hash(previous, revision.number(), revision.committedAt(), revision.author(),
                    revision.reason(), content.size(), content);
            run("DELETE FROM revision WHERE number = " + revision.number());
            RevisionLog.insert(database.writer(), new org.chartroom.core.workspace.Revision(revision.number(),
                    revision.committedAt(), revision.author(), revision.reason(), previous), content.size());
        }
    }
}
