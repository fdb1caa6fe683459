package org.chartroom.store.internal;

import java.nio.file.Path;
import java.util.Map;

import org.h2.engine.Database;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.Page;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.mvstore.type.MetaType;
import org.h2.result.RowFactory;
import org.h2.result.SearchRow;
import org.h2.value.Value;
import org.h2.value.ValueInteger;
import org.h2.value.ValueVarchar;

/** Puts things into database files that nobody could put there by way of the database. */
final class HostileFiles {
    private static final String CATALOGUE = "table.0";
    private static final int OBJECT = 9_001;

    private HostileFiles() {
    }

    /** What to do with an open file. */
    interface Forgery {
        /** Alters it. */
        void in(MVStore store, TransactionStore transactions);
    }

    static void forge(Path file, Forgery forgery) {
        MVStore store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
        try {
            TransactionStore transactions = new TransactionStore(store, new MetaType<Database>(null, null),
                    new ValueDataType(), 0);
            transactions.init();
            forgery.in(store, transactions);
            store.commit();
        } finally {
            store.close();
        }
    }

    /** Adds a statement to those that H2 runs when it opens the file. */
    static void addStatement(Path file, String statement) {
        forge(file, (store, transactions) -> {
            Transaction transaction = transactions.begin();
            put(transaction, OBJECT, statement);
            transaction.commit();
        });
    }

    /** The same in a transaction that never ended. */
    static void addUncommittedStatement(Path file, String statement) {
        forge(file, (store, transactions) -> put(transactions.begin(), OBJECT, statement));
    }

    /** Exchanges a statement, in a transaction that never ended: the former one comes back when it is rolled back. */
    static void hideUncommittedStatement(Path file, String hidden, String shown) {
        addStatement(file, hidden);
        forge(file, (store, transactions) -> put(transactions.begin(), OBJECT, shown));
    }

    private static void put(Transaction transaction, int id, String statement) {
        TransactionMap<Long, SearchRow> catalogue = transaction.openMap(CATALOGUE);
        Value[] values = {ValueInteger.get(id), ValueInteger.get(0), ValueInteger.get(0), ValueVarchar.get(statement)};
        catalogue.put((long) id, RowFactory.getDefaultRowFactory().createRow(values, 0));
    }

    /** Puts an entry into a map, by whatever type MVStore takes for it. */
    static void putRaw(Path file, String map, Object key, Object value) {
        forge(file, (store, transactions) -> store.openMap(map, new MVMap.Builder<>()).put(key, value));
    }

    /** Gives a map another page at its top. */
    static boolean replaceRoot(MVMap<Object, Object> map, Page<Object, Object> top) {
        return Roots.replace(map, top);
    }

    /** Reaches what MVStore keeps for the kinds of map that are derived from its own. */
    private static final class Roots extends MVMap<Object, Object> {
        private Roots(Map<String, Object> configuration) {
            super(configuration, null, null);
        }

        private static boolean replace(MVMap<Object, Object> map, Page<Object, Object> top) {
            return updateRoot(map.flushAndGetRoot(), top, 1);
        }
    }

    /** Makes H2 load a class when it looks at its types. */
    static void registerType(Path file, String className) {
        MVStore store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
        try {
            store.openMap("_", new MVMap.Builder<String, String>()
                    .keyType(org.h2.mvstore.type.StringDataType.INSTANCE)
                    .valueType(new ForgedType())).put("0", className);
            store.commit();
        } finally {
            store.close();
        }
    }
}
