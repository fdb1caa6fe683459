package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Notes which rows a revision opened or closed, so that history finds them without looking through the tables. Rows
 * whose keys follow each other are one entry, so that an import of many rows costs one.
 */
final class ChangeLog {
    /** A row was opened that had no former version. */
    static final char CREATED = 'C';
    /** A version was replaced by another. */
    static final char UPDATED = 'U';
    /** A row was closed. */
    static final char DELETED = 'D';
    private static final int ENTRY_BITS = 24;

    private record Entry(char kind, int type, long key) {
    }

    private final List<Entry> entries = new ArrayList<>();

    void add(char kind, StoredType type, long key) {
        entries.add(new Entry(kind, type.id(), key));
    }

    /** @return whether a text stands for one of the kinds */
    static boolean isKind(String text) {
        return text != null && text.length() == 1 && "CUD".contains(text);
    }

    /** @return number of the revision that wrote an entry */
    static long revision(long entry) {
        return entry >>> ENTRY_BITS;
    }

    /** @return the first number of an entry of a revision */
    static long firstEntry(long revision) {
        return revision << ENTRY_BITS;
    }

    void store(Database.Session session, long revision) throws SQLException {
        entries.sort(Comparator.comparing(Entry::kind).thenComparingInt(Entry::type).thenComparingLong(Entry::key));
        PreparedStatement insert = session
                .statement("INSERT INTO change (entry, type, first_key, last_key, kind) VALUES (?, ?, ?, ?, ?)");
        long number = firstEntry(revision);
        int i = 0;
        while (i < entries.size()) {
            Entry first = entries.get(i);
            Entry last = first;
            i++;
            while (i < entries.size() && entries.get(i).kind == first.kind && entries.get(i).type == first.type
                    && entries.get(i).key == last.key + 1) {
                last = entries.get(i);
                i++;
            }
            insert.setLong(1, number++);
            insert.setInt(2, first.type);
            insert.setLong(3, first.key);
            insert.setLong(4, last.key);
            insert.setString(5, String.valueOf(first.kind));
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
