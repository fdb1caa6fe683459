package org.chartroom.store.internal;

import java.sql.SQLException;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Reads one state of the database. A transaction of H2 2.5 that is to see one state was seen to find rows of a revision that
 * was committed after it began, in one table and not in another: what was read while a revision was committed is read again.
 */
final class Readings {
    /** So often a reading is done again that a commit came into; after that commits wait for it. */
    private static final int TRIES = 3;

    private Readings() {
    }

    /**
     * @param database what is read
     * @param reading reads; may run several times
     * @param catalog gives the types
     * @return what the last run gave
     */
    static <R> R read(Database database, StoreAccess.Reading<R> reading, Supplier<TypeCatalog> catalog)
            throws SQLException {
        StampedLock commits = database.commits();
        for (int i = 0; i < TRIES; i++) {
            long stamp = commits.tryOptimisticRead();
            try {
                R result = once(database, reading, catalog);
                if (commits.validate(stamp)) {
                    return result;
                }
            } catch (OperationCanceledException e) {
                throw e;
            } catch (SQLException | RuntimeException e) {
                // Rows of two states don't fit each other: what looks damaged may be whole.
                if (commits.validate(stamp)) {
                    throw e;
                }
            }
        }
        long stamp = commits.readLock();
        try {
            return once(database, reading, catalog);
        } finally {
            commits.unlockRead(stamp);
        }
    }

    private static <R> R once(Database database, StoreAccess.Reading<R> reading, Supplier<TypeCatalog> catalog)
            throws SQLException {
        Database.Session session = database.reader();
        try {
            return reading.run(session, catalog.get());
        } finally {
            session.connection().rollback();
            database.giveBack(session);
        }
    }
}
