package org.chartroom.store.internal.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.h2.value.VersionedValue;

/**
 * Reads the catalogue of a database file without H2's database: that one runs each statement of it, and makes objects of
 * the classes that the file names, before it answers a first question.
 */
public final class CatalogueReader {
    private static final String CATALOGUE = "table.0";
    private static final String TYPES = "_";
    private static final String OPEN_TRANSACTIONS = "openTransactions";
    /** Maps of H2 for what a workspace never has: large objects, and transactions of two phases. */
    private static final Set<String> EMPTY = Set.of(OPEN_TRANSACTIONS, "lobMap", "lobData", "lobRef", "tempLobMap");
    private static final Pattern MAP = Pattern
            .compile("(?:table|index)\\.\\d{1,9}|undoLog[.-]\\d{0,9}|temp\\.\\d{1,9}");
    private static final Pattern ROWS = Pattern.compile("(?:table|index)\\.\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{1,8}");
    private static final Pattern FORMAT = Pattern.compile("\\d{1,6}");
    private static final String META = "CREATE CACHED TABLE \"PUBLIC\".\"META\"(";
    private static final int COLUMNS = 4;
    private static final int STATEMENT = 3;

    private CatalogueReader() {
    }

    /**
     * @param file a database file that nobody has open
     * @param key its key
     * @return what its catalogue defines
     * @throws StrangeFileException when it holds anything that Chartroom does not put there
     * @throws org.h2.mvstore.MVStoreException when it can't be read
     */
    public static Catalogue read(Path file, FileKey key) {
        MVStore store = open(file, key);
        try {
            return read(store);
        } finally {
            store.closeImmediately();
        }
    }

    /**
     * @param file a database file that nobody has open for writing
     * @param key its key
     * @return its store, for reading only
     */
    public static MVStore open(Path file, FileKey key) {
        return open(file.toString(), key);
    }

    /** The same for a file that nobody writes, while others read it. */
    static MVStore openBeside(Path file, FileKey key) {
        return open(UnlockedFilePath.nameOf(file), key);
    }

    private static MVStore open(String name, FileKey key) {
        return key.applyTo(new MVStore.Builder().fileName(name).readOnly()).open();
    }

    /** The same for a store that is open already. */
    static Catalogue read(MVStore store) {
        for (String name : store.getMapNames()) {
            if (EMPTY.contains(name)) {
                // Read with a type that refuses every entry: H2 would make Java objects of what is in there.
                entries(store, name, new OpaqueType(name), new OpaqueType(name)).forEach((key, value) -> {
                    throw new StrangeFileException("entries of " + name);
                });
            } else if (!name.equals(TYPES) && !MAP.matcher(name).matches()) {
                throw new StrangeFileException("the map " + name);
            }
        }
        for (Map.Entry<String, String> type : entries(store, TYPES, StringDataType.INSTANCE, new RegisteredType())
                .entrySet()) {
            // Reading refuses what is strange; what is left is that H2 looks a type up by a number.
            if (!NUMBER.matcher(type.getKey()).matches()) {
                throw new StrangeFileException("the type " + type.getKey());
            }
        }
        return Catalogue.of(statements(store));
    }

    /**
     * Asks a file that holds strange things whether a newer version of Chartroom wrote it.
     *
     * @param file a database file that nobody has open
     * @param key its key
     * @return the number of the format that it says it has; empty when it does not say
     */
    public static OptionalInt format(Path file, FileKey key) {
        MVStore store = open(file, key);
        try {
            for (Map.Entry<Integer, String> statement : statements(store).entrySet()) {
                if (statement.getValue().startsWith(META)) {
                    return format(store, statement.getKey(), (int) statement.getValue().lines().count() - 2);
                }
            }
            return OptionalInt.empty();
        } finally {
            store.closeImmediately();
        }
    }

    private static OptionalInt format(MVStore store, int table, int columns) {
        for (VersionedValue<Object[]> versions : entries(store, "table." + table, LongDataType.INSTANCE,
                new VersionedValueType<Object[], Object>(StoredRowType.ofTable(columns))).values()) {
            Object[] row = versions.getCurrentValue();
            if (row != null && columns > 1 && "schemaVersion".equals(row[0]) && row[1] instanceof String content
                    && FORMAT.matcher(content).matches()) {
                return OptionalInt.of(Integer.parseInt(content));
            }
        }
        return OptionalInt.empty();
    }

    private static Map<Integer, String> statements(MVStore store) {
        Map<Integer, String> statements = new TreeMap<>();
        entries(store, CATALOGUE, LongDataType.INSTANCE, new VersionedValueType<Object[], Object>(
                StoredRowType.ofTable(COLUMNS))).forEach((id, versions) -> add(statements, id, versions));
        return statements;
    }

    /** Both versions of an entry that a transaction left open: H2 may run either. */
    private static void add(Map<Integer, String> statements, long id, VersionedValue<Object[]> versions) {
        Object[] current = versions.getCurrentValue();
        Object[] committed = versions.getCommittedValue();
        if (committed != null && current != committed) {
            Catalogue.of(Map.of((int) id, statement(id, committed)));
        }
        if (current != null) {
            statements.put((int) id, statement(id, current));
        } else if (committed != null) {
            statements.put((int) id, statement(id, committed));
        }
    }

    private static String statement(long id, Object[] row) {
        if (!(row[0] instanceof Long number && number == id && row[STATEMENT] instanceof String statement)) {
            throw new StrangeFileException("an entry of the catalogue without a statement");
        }
        return statement;
    }

    /** @return whether the map of a name is a table or an index */
    static boolean isOfRows(String name) {
        return ROWS.matcher(name).matches();
    }

    /** @return the entries of a map; empty when there is none of that name */
    static <K, V> Map<K, V> entries(MVStore store, String name, DataType<K> keys, DataType<V> values) {
        if (!store.hasMap(name)) {
            return Map.of();
        }
        return store.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
    }
}
