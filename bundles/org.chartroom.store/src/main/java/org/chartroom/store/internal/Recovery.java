package org.chartroom.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

import org.chartroom.store.internal.file.CatalogueReader;
import org.chartroom.store.internal.file.FileKey;
import org.chartroom.store.internal.file.LeftTransactions;
import org.h2.mvstore.MVStore;

/**
 * Finds the newest commit in a file that was not closed.
 *
 * <p>H2 2.5.252 writes its file header before it notes which part of the file is the newest. After a kill it follows the
 * header, takes an older state for the newest and drops acknowledged commits that went into freed space in the middle of
 * the file. Searching the whole file finds them; that is what its recovery mode does.
 */
final class Recovery {
    /** How a file was found. */
    enum State {
        /** It was closed, and all transactions in it had ended. */
        CLOSED,
        /** A process left it in the middle of its work; what it had not committed is not there. */
        LEFT,
        /** The same in the middle of a commit, which was taken back. */
        TAKEN_BACK
    }

    private static final int HEADER_BYTES = 8192;
    private static final String CLEAN = ",clean:1,";

    private Recovery() {
    }

    /**
     * Makes the newest complete state of the file the one that will be opened, without commits that were only half done;
     * does nothing with a file that was closed.
     *
     * @param file a database file that nobody has open
     * @param key its key
     * @return how the file was found
     * @throws IOException when it can't be read or written
     */
    static State recover(Path file, FileKey key) throws IOException, SQLException {
        boolean isClosed = isClosed(file, key);
        findNewest(file, key);
        return switch (LeftTransactions.find(file, key)) {
            case NONE -> isClosed ? State.CLOSED : State.LEFT;
            case OPEN -> State.LEFT;
            case HALF_COMMITTED -> endCommits(file, key) ? State.TAKEN_BACK : State.LEFT;
        };
    }

    /** The same for a file in which no commit can be half done. */
    static void findNewest(Path file, FileKey key) throws IOException {
        if (!isClosed(file, key)) {
            key.applyTo(new MVStore.Builder().fileName(Database.nameOf(file)).autoCommitDisabled().recoveryMode())
                    .open()
                    .close();
        }
    }

    /** On a copy: whatever interrupts this, it can be begun again. */
    private static boolean endCommits(Path file, FileKey key) throws IOException, SQLException {
        boolean[] isTakenBack = {false};
        FileConversion.onCopy(file, copy -> {
            isTakenBack[0] = LeftTransactions.end(copy, key);
            if (isTakenBack[0]) {
                try (Database database = new Database(copy, key, false, false)) {
                    // One that was made meanwhile has entries of rows that are not there any more.
                    TypeCatalog.remakeIdIndexes(database);
                }
            }
        });
        return isTakenBack[0];
    }

    /**
     * Makes indexes again that a process which was killed had taken away, see {@link BulkInsert}.
     *
     * @param file a database file that nobody has open, and that was not closed
     * @param key its key
     */
    static void repair(Path file, FileKey key) throws SQLException, IOException {
        try (Database database = new Database(file, key, false, false)) {
            TypeCatalog.makeMissingIdIndexes(database);
        }
    }

    /**
     * Looks without writing, because there may be no room for it.
     *
     * @param file a database file that nobody has open
     * @param key its key
     * @param revision number of a revision that was written last, perhaps
     * @return whether it is on the disk, and there when the newest state of the file was found
     */
    static boolean finds(Path file, FileKey key, long revision) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return LeftTransactions.isCommitted(file, key, "REVISION", revision);
    }

    /** Closing writes the mark into both copies of the header, the first write after opening takes it out of both. */
    static boolean isClosed(Path file, FileKey key) throws IOException {
        if (!key.isNone()) {
            MVStore store = CatalogueReader.open(file, key);
            try {
                return store.getStoreHeader().containsKey("clean");
            } finally {
                store.closeImmediately();
            }
        }
        try (InputStream in = Files.newInputStream(file)) {
            String headers = new String(in.readNBytes(HEADER_BYTES), StandardCharsets.ISO_8859_1);
            int first = headers.indexOf(CLEAN);
            return first >= 0 && headers.indexOf(CLEAN, first + 1) >= 0;
        }
    }
}
