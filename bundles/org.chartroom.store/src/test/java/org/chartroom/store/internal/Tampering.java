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
        ALTER, ALTER_PAST, MOVE_TO_PAST, MOVE_TO_PRESENT, COPY, DELETE, DELETE_PAST, INSERT, REVALIDATE, SWAP, HIDE, DUPLICATE, EXTEND, LINKS, LINKS_PAST, SIGN_OFFS, BASELINES, DIRECTORY, EVIDENCE, CATALOGUE, META, REVISIONS, NOTES, LOG, PHANTOM, COUNTERS, SURROGATES
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

    private static final long OPENED = 0x9E3779B97F4A7C15L;
    private static final long SPREAD_1 = 0xBF58476D1CE4E5B9L;
    private static final long SPREAD_2 = 0x94D049BB133111EBL;

    private final Database database;
    private final TypeCatalog catalog;
    private final Random random;

    Tampering(Database database, Random random) throws SQLException {
        this.database = database;
        this.random = random;
        this.catalog = new TypeCatalog(database);
    }

    /** A number from 0 up to a count; an edit before may have left none. */
    private int below(long count) {
        return random.nextInt((int) Math.max(1, Math.min(count, Integer.MAX_VALUE)));
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
            case LOG -> log();
            case PHANTOM -> phantom();
            case COUNTERS -> counters();
            case SURROGATES -> surrogates(type);
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
                + below(number("SELECT COUNT(*) FROM " + table)));
    }

    private long anyRevision() throws SQLException {
        long newest = number("SELECT MAX(number) FROM revision");
        return switch (random.nextInt(5)) {
            case 0 -> Long.MAX_VALUE;
            case 1 -> Long.MAX_VALUE - 1;
            case 2 -> newest + 1;
            default -> 1 + below(newest);
        };
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.writer().connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // Some combinations do not go: a key that is taken, say. What is left undone changes nothing.
            if (e.getErrorCode() != 23505 && e.getErrorCode() != 23502 && !TablesVerifier.isAboutDefinition(e)
                    && e.getErrorCode() != 90085 && e.getErrorCode() != 22003 && e.getErrorCode() != 22004) {
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
        long revision = 1 + below(number("SELECT MAX(number) FROM revision"));
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

    /** The log of changes: kinds, bounds, ranges and order of its entries. */
    private void log() throws SQLException {
        String one = " WHERE entry = (SELECT entry FROM change ORDER BY entry LIMIT 1 OFFSET "
                + below(number("SELECT COUNT(*) FROM change")) + ")";
        String more = "INSERT INTO change SELECT (SELECT MAX(entry) FROM change) + 1, type, ";
        switch (random.nextInt(9)) {
            case 0 -> run("UPDATE change SET kind = '" + "XcZ ".charAt(random.nextInt(4)) + "'" + one);
            case 1 -> run("UPDATE change SET kind = '" + "CUD".charAt(random.nextInt(3)) + "'" + one);
            case 2 -> run("UPDATE change SET first_key = last_key + 1 + " + random.nextInt(5) + one);
            case 3 -> run(more + "last_key + 1 + " + random.nextInt(5) + ", first_key, kind FROM change" + one);
            case 4 -> run(more + "first_key, 9223372036854775807, kind FROM change" + one);
            case 5 -> run(more + "-9223372036854775808, last_key, kind FROM change" + one);
            case 6 -> run("UPDATE change SET entry = entry + " + (1 + random.nextInt(100)) + one);
            case 7 -> run("UPDATE change SET last_key = last_key + 4294967296" + one);
            default -> {
                run("INSERT INTO deleted SELECT t.id, c.first_key, c.type FROM change c JOIN " + type("Risk").table()
                        + " t ON t.row_key = c.first_key WHERE c.kind = 'U'");
                run("INSERT INTO change SELECT c.entry + 9, c.type, c.first_key, c.last_key, 'D' FROM change c JOIN "
                        + type("Risk").table() + " t ON t.row_key = c.first_key WHERE c.kind = 'U'");
                run("UPDATE change SET kind = 'C' WHERE kind = 'U' AND first_key IN (SELECT row_key FROM "
                        + type("Risk").table() + ")");
            }
        }
    }

    /**
     * Takes an entry away and puts one there that stands for no row, computed so that a sum of hashes without a secret
     * would stay the same.
     */
    private void phantom() throws SQLException {
        long entry = number("SELECT entry FROM change WHERE kind = 'C' AND first_key = last_key ORDER BY entry LIMIT 1"
                + " OFFSET " + random.nextInt(2));
        long type = number("SELECT type FROM change WHERE entry = " + entry);
        long sum = mix(mix(number("SELECT first_key FROM change WHERE entry = " + entry) * OPENED + type) + OPENED);
        long otherType = 1 + random.nextInt(catalog.types().size());
        long key = (unmix(unmix(sum) - OPENED) - otherType) * inverse(OPENED);
        run("UPDATE change SET type = " + otherType + ", first_key = " + key + ", last_key = " + key
                + " WHERE entry = " + entry);
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * SPREAD_1;
        mixed = (mixed ^ mixed >>> 27) * SPREAD_2;
        return mixed ^ mixed >>> 31;
    }

    private static long unmix(long value) {
        long mixed = (value ^ value >>> 31 ^ value >>> 62) * inverse(SPREAD_2);
        mixed = (mixed ^ mixed >>> 27 ^ mixed >>> 54) * inverse(SPREAD_1);
        return mixed ^ mixed >>> 30 ^ mixed >>> 60;
    }

    /** @return what an odd number is multiplied by to get 1, by Newton's iteration */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int bits = 3; bits < Long.SIZE; bits *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    private void counters() throws SQLException {
        String column = List.of("next_element", "next_position", "last_revision", "number").get(random.nextInt(4));
        String value = switch (random.nextInt(6)) {
            case 0 -> "-1";
            case 1 -> "9223372036854775807";
            case 2 -> "-2147483648";
            case 3 -> "1099511627776";
            case 4 -> column + " + 1";
            default -> column + " - 1";
        };
        run("UPDATE root SET " + column + " = " + value + " WHERE number = (SELECT number FROM root ORDER BY number"
                + " LIMIT 1 OFFSET " + below(number("SELECT COUNT(*) FROM root")) + ")");
    }

    /** Halves of characters, which UTF-8 can't hold, in the place of what an encoder would make of them. */
    private void surrogates(StoredType type) throws SQLException {
        String half = "U&'\\" + (random.nextBoolean() ? "D800" : "DFFF") + "'";
        switch (random.nextInt(3)) {
            case 0 -> run("UPDATE revision SET reason = REPLACE(reason, '?', " + half + ")");
            case 1 -> run("UPDATE link SET content = REPLACE(content, '?', " + half + ")");
            default -> {
                for (int cell = 0; cell < type.cellCount(); cell++) {
                    if (type.cellType(cell) == CellType.STRING) {
                        run("UPDATE " + type.table() + " SET " + type.cellColumn(cell) + " = REPLACE("
                                + type.cellColumn(cell) + ", '?', " + half + ")");
                    }
                }
            }
        }
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
