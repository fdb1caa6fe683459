package org.chartroom.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chartroom.store.internal.file.CatalogueReader;
import org.chartroom.store.internal.file.FileKey;
import org.h2.mvstore.MVStore;

/**
 * Finds the newest commit in a file that was not closed.
 *
 * <p>H2 2.5.252 writes its file header before it notes which part of the file is the newest. After a kill it follows the
 * header, takes an older state for the newest and drops acknowledged commits that went into freed space in the middle of
 * the file. Searching the whole file finds them; that is what its recovery mode does.
 */
final class Recovery {
    private static final int HEADER_BYTES = 8192;
    private static final String CLEAN = ",clean:1,";
    /** What the names of H2's maps begin with that hold the former values of what a transaction changed. */
    private static final String UNDO_LOG = "undoLog";

    private Recovery() {
    }

    /**
     * Makes the newest complete state of the file the one that will be opened; does nothing with a file that was closed.
     *
     * @param file a database file that nobody has open
     * @param key its key
     * @throws IOException when it can't be read
     */
    static void recover(Path file, FileKey key) throws IOException {
        if (!isClosed(file, key)) {
            key.applyTo(new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().recoveryMode()).open()
                    .close();
        }
    }

    /**
     * @param file a database file that nobody has open
     * @param key its key
     * @return whether it holds changes that were never committed, which the database undoes when it may write
     */
    static boolean hasTransactions(Path file, FileKey key) {
        MVStore store = CatalogueReader.open(file, key);
        try {
            return store.getMapNames().stream().anyMatch(name -> name.startsWith(UNDO_LOG) && store.hasData(name));
        } finally {
            store.closeImmediately();
        }
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
