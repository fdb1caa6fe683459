package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashMap;

import org.chartroom.core.files.PrivateFiles;
import org.chartroom.store.internal.file.FileKey;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SingleFileStore;
import org.h2.tools.ChangeFileEncryption;

/** Writes a database file anew: with another key, or without what is not in use. */
final class FileConversion {
    /** What the name of a folder begins with in which a file is written anew. */
    static final String FOLDER = "convert";
    /** What is about to take the place of a file beside it. */
    static final String PART = "converted.part";
    private static final String NAME = "database";
    private static final String CIPHER = "AES";

    private FileConversion() {
    }

    /**
     * @param from a database file that nobody has open
     * @param fromKey its key
     * @param to the new file, in an existing folder; what is in the way is replaced
     * @param toKey the key of the new file
     */
    static void convert(Path from, FileKey fromKey, Path to, FileKey toKey) throws IOException, SQLException {
        // H2's tool works on all databases of a folder, with a file beside them.
        Path folder = Files.createTempDirectory(to.getParent(), FOLDER);
        Path file = folder.resolve(NAME + Database.SUFFIX);
        try {
            DurableFiles.copy(from, file);
            ChangeFileEncryption.execute(folder.toString(), NAME, CIPHER, password(fromKey), password(toKey), true);
            PrivateFiles.restrict(file);
            Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            remove(folder);
        }
    }

    /** Removes a folder in which a file was written anew; fails when there is anything else in it. */
    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME + Database.SUFFIX));
        Files.deleteIfExists(folder.resolve("temp.db"));
        Files.deleteIfExists(folder);
    }

    private static char[] password(FileKey key) {
        return key.isNone() ? null : key.databasePassword();
    }

    /** The same in the place of the file. */
    static void replace(Path file, FileKey fromKey, FileKey toKey) throws IOException, SQLException {
        Path part = file.resolveSibling(PART);
        try {
            convert(file, fromKey, part, toKey);
            DurableFiles.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** What is done with the copy of a file. */
    @FunctionalInterface
    interface Work {
        /** Changes the copy. */
        void on(Path copy) throws IOException, SQLException;
    }

    /** Changes a copy of a database file, which takes the place of the file when that is done. */
    static void onCopy(Path file, Work work) throws IOException, SQLException {
        Path folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), FOLDER);
        Path copy = folder.resolve(NAME + Database.SUFFIX);
        try {
            DurableFiles.copy(file, copy);
            PrivateFiles.restrict(copy);
            work.on(copy);
            DurableFiles.move(copy, file);
        } finally {
            remove(folder);
        }
    }

    /**
     * Leaves out what is not in use.
     *
     * @param from a database file that nobody has open
     * @param to the new file; what is in the way is replaced
     * @param key the key of both
     */
    static void compact(Path from, Path to, FileKey key) throws IOException {
        Files.deleteIfExists(to);
        PrivateFiles.newOutputStream(to).close();
        if (key.isNone()) {
            MVStore.compact(from.toString(), to.toString(), false, null);
        } else {
            SingleFileStore store = new SingleFileStore(new HashMap<>());
            store.open(from.toString(), true, key.databasePassword());
            MVStore.compact(from.toString(), to.toString(), false, store);
        }
        PrivateFiles.restrict(to);
    }
}
