package org.chartroom.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Random;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.chartroom.store.internal.file.FileKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as a kill leaves them: copies of a file that is open. */
class RecoveryTest {
    private static final int KEY = 100;
    private static final int LARGE = 100_000;

    @TempDir
    Path folder;

    private Path file;
    private Path killed;

    private static MVStore open(Path path) {
        MVStore store = new MVStore.Builder().fileName(path.toString()).autoCommitDisabled().open();
        store.setRetentionTime(0);
        return store;
    }

    private static MVMap<Integer, byte[]> map(MVStore store) {
        return store.openMap("map");
    }

    /** Makes a file with free space in its middle, where further commits go. */
    @BeforeEach
    void create() {
        file = folder.resolve("file.mv.db");
        killed = folder.resolve("killed.mv.db");
        Random random = new Random(1);
        try (MVStore store = open(file)) {
            for (int i = 0; i < 6; i++) {
                byte[] large = new byte[LARGE];
                random.nextBytes(large);
                map(store).put(i, large);
                store.commit();
            }
            for (int i = 0; i < 3; i++) {
                map(store).put(i, new byte[1]);
                store.commit();
            }
        }
    }

    @Test
    void everyCommitIsFoundWhereverItWent() throws IOException, SQLException {
        for (int round = 0; round < 3; round++) {
            try (MVStore store = open(file)) {
                for (byte commit = 1; commit <= 5; commit++) {
                    map(store).put(KEY, new byte[]{commit});
                    store.commit();
                    Files.copy(file, killed, StandardCopyOption.REPLACE_EXISTING);
                    Recovery.recover(killed, FileKey.NONE);
                    try (MVStore recovered = open(killed)) {
                        assertEquals(commit, map(recovered).get(KEY)[0], "round " + round);
                    }
                }
            }
        }
    }

    @Test
    void aClosedFileIsLeftAlone() throws IOException, SQLException {
        byte[] before = Files.readAllBytes(file);
        Recovery.recover(file, FileKey.NONE);
        assertArrayEquals(before, Files.readAllBytes(file));
    }
}
