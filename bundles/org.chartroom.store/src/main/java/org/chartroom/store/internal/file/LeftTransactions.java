package org.chartroom.store.internal.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.LongDataType;
import org.h2.value.VersionedValue;

/**
 * Transactions that a process left in a file, because it was killed or could not write any more.
 *
 * <p>One that was not committed is undone by H2 when it opens the file for writing. A commit takes three steps: the log of
 * former values gets a mark, each row becomes a committed one, the log is emptied. Many rows are written in parts, so
 * that a file can be left between the first step and the last. H2 2.5.252 takes the mark for the end, and never does the
 * rest: some rows of the commit are there, some are not, and whoever wants to write those waits for ever.
 */
public final class LeftTransactions {
    /** What is in a file. */
    public enum Found {
        /** All transactions have ended. */
        NONE,
        /** H2 undoes what is there. */
        OPEN,
        /** H2 leaves a commit half done. */
        HALF_COMMITTED
    }

    /** What the names of the maps begin with that hold the former values of what a transaction changed. */
    private static final String LOG = TransactionStore.UNDO_LOG_NAME_PREFIX;
    private static final String LOG_OF = LOG + '.';
    /** An operation is the number of its transaction, and in these lower bits its own; the mark has the last of all. */
    private static final int OPERATION_BITS = 40;
    private static final long MARK = (1L << OPERATION_BITS) - 1;

    private LeftTransactions() {
    }

    /**
     * @param file a database file that nobody has open
     * @param key its key
     * @return what was left in it
     */
    public static Found find(Path file, FileKey key) {
        MVStore store = CatalogueReader.open(file, key);
        try {
            Found found = Found.NONE;
            for (String name : store.getMapNames()) {
                if (name.startsWith(LOG) && store.hasData(name)) {
                    MVMap<Long, Object> log = store.openMap(name, new MVMap.Builder<Long, Object>()
                            .keyType(LongDataType.INSTANCE).valueType(new NothingType()));
                    if (isMark(log.lastKey())) {
                        return Found.HALF_COMMITTED;
                    }
                    found = Found.OPEN;
                }
            }
            return found;
        } finally {
            store.closeImmediately();
        }
    }

    /**
     * @param file a database file that nobody has open, closed or not; it is not written
     * @param key its key
     * @param table name of a table
     * @param number key of a row that is the last of its transaction
     * @return whether the row is committed in the newest state of the file
     */
    public static boolean isCommitted(Path file, FileKey key, String table, long number) {
        MVStore store = key.applyTo(new MVStore.Builder().fileName(file.toString()).readOnly().recoveryMode()).open();
        try {
            Catalogue.Table found = CatalogueReader.read(store).tables().get(table);
            VersionedValue<Object[]> row = CatalogueReader.entries(store, "table." + found.id(), LongDataType.INSTANCE,
                    new VersionedValueType<Object[], Object>(StoredRowType.ofTable(found.columns().size())))
                    .get(number);
            return row != null && row.isCommitted();
        } finally {
            store.closeImmediately();
        }
    }

    private static boolean isMark(Long operation) {
        return operation != null && (operation & MARK) == MARK;
    }

    /**
     * Takes half done commits back. One whose rows are all committed is done, and more may have been committed upon it:
     * only its log is emptied. As long as one row is not, nothing can have been: the revision is the last row of a commit,
     * and the next one needs it.
     *
     * @param file a database file that nobody has open, and of which there is another copy
     * @param key its key
     * @return whether anything was taken back
     * @throws StrangeFileException when the file holds anything that Chartroom does not put there
     */
    public static boolean end(Path file, FileKey key) {
        // What the file names as the types of its maps is loaded below.
        CatalogueReader.read(file, key);
        boolean[] isTakenBack = {false};
        change(file, key, (store, transactions) -> {
            for (Transaction left : transactions.getOpenTransactions()) {
                if (left.getStatus() == Transaction.STATUS_COMMITTED) {
                    MVMap<Long, Object> log = store.openMap(LOG_OF + left.getId());
                    if (hasRows(store, transactions, left.getId())) {
                        log.remove(log.lastKey());
                        isTakenBack[0] = true;
                    } else {
                        log.clear();
                    }
                }
            }
        });
        if (isTakenBack[0]) {
            // Without its mark it is one that was not committed.
            change(file, key, (store, transactions) -> transactions.getOpenTransactions()
                    .forEach(Transaction::rollback));
        }
        return isTakenBack[0];
    }

    private interface Change {
        void in(MVStore store, TransactionStore transactions);
    }

    private static void change(Path file, FileKey key, Change change) {
        MVStore store = key.applyTo(new MVStore.Builder().fileName(file.toString()).autoCommitDisabled()).open();
        try {
            TransactionStore transactions = new TransactionStore(store);
            // The logs are read by the types of the maps that they are about, which are only known while those are open.
            rows(store, transactions);
            transactions.init();
            change.in(store, transactions);
            store.commit();
            store.close();
        } finally {
            store.closeImmediately();
        }
    }

    private static List<MVMap<Object, VersionedValue<Object>>> rows(MVStore store, TransactionStore transactions) {
        List<MVMap<Object, VersionedValue<Object>>> rows = new ArrayList<>();
        for (String name : store.getMapNames()) {
            if (CatalogueReader.isOfRows(name)) {
                rows.add(transactions.openMap(name, null, null));
            }
        }
        return rows;
    }

    /** @return whether a table or an index has a row that a transaction wrote and did not commit yet */
    private static boolean hasRows(MVStore store, TransactionStore transactions, int transaction) {
        return rows(store, transactions).stream().flatMap(map -> map.values().stream())
                .anyMatch(row -> row.getOperationId() >>> OPERATION_BITS == transaction);
    }
}
