package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The roots that one commit has to do with. */
final class RootTable {
    private static final String COLUMNS = "number, id, type, next_element, next_position, folded_key";

    private final Database.Session session;
    private final Map<String, RootEntry> byId = new LinkedHashMap<>();
    private final Map<Integer, RootEntry> byNumber = new HashMap<>();
    private int lastNumber = -1;

    RootTable(Database.Session session) {
        this.session = session;
    }

    /** @return the root, registered when it is not known yet */
    RootEntry root(String id) throws SQLException {
        RootEntry entry = byId.get(id);
        if (entry == null) {
            PreparedStatement query = session.statement("SELECT " + COLUMNS + " FROM root WHERE id = ?");
            query.setString(1, id);
            entry = read(query);
            if (entry == null) {
                entry = new RootEntry(nextNumber(), id, true, null, 1, 1, null);
            }
            add(entry);
        }
        return entry;
    }

    /** @return the root of a number that is in use */
    RootEntry root(int number) throws SQLException {
        RootEntry entry = byNumber.get(number);
        if (entry == null) {
            PreparedStatement query = session.statement("SELECT " + COLUMNS + " FROM root WHERE number = ?");
            query.setInt(1, number);
            entry = read(query);
            add(entry);
        }
        return entry;
    }

    private void add(RootEntry entry) {
        byId.put(entry.id(), entry);
        byNumber.put(entry.number(), entry);
    }

    private static RootEntry read(PreparedStatement query) throws SQLException {
        try (ResultSet result = query.executeQuery()) {
            return result.next()
                    ? new RootEntry(result.getInt(1), result.getString(2), false,
                            (Integer) CellType.INTEGER.read(result, 3),
                            result.getLong(4), result.getLong(5), result.getString(6))
                    : null;
        }
    }

    private int nextNumber() throws SQLException {
        if (lastNumber < 0) {
            try (ResultSet result = session.statement("SELECT MAX(number) FROM root").executeQuery()) {
                result.next();
                lastNumber = result.getInt(1);
            }
        }
        return ++lastNumber;
    }

    Collection<RootEntry> all() {
        return byId.values();
    }

    /** Writes what changed. */
    void store(long revision) throws SQLException {
        for (RootEntry entry : byId.values()) {
            if (entry.isNew()) {
                PreparedStatement insert = session.statement("INSERT INTO root (type, next_element, next_position,"
                        + " folded_key, last_revision, number, id) VALUES (?, ?, ?, ?, ?, ?, ?)");
                set(insert, entry, revision);
                insert.setString(7, entry.id());
                insert.execute();
            } else if (entry.isTouched()) {
                PreparedStatement update = session.statement("UPDATE root SET type = ?, next_element = ?,"
                        + " next_position = ?, folded_key = ?, last_revision = ? WHERE number = ?");
                set(update, entry, revision);
                update.execute();
            }
        }
    }

    private static void set(PreparedStatement statement, RootEntry entry, long revision) throws SQLException {
        statement.setObject(1, entry.typeId(), Types.INTEGER);
        statement.setLong(2, entry.nextElement());
        statement.setLong(3, entry.nextPosition());
        statement.setString(4, entry.foldedKey());
        statement.setLong(5, revision);
        statement.setInt(6, entry.number());
    }
}
