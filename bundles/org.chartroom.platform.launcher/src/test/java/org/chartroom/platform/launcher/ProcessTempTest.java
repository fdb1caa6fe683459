package org.chartroom.platform.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTempTest {
    private static final String PROPERTY = "java.io.tmpdir";

    @TempDir
    Path common;

    private String before;

    @BeforeEach
    void lead_the_process_to_a_folder_of_the_test() {
        before = System.getProperty(PROPERTY);
        System.setProperty(PROPERTY, common.toString());
    }

    @AfterEach
    void lead_it_back() {
        System.setProperty(PROPERTY, before);
    }

    private Path left(String name) throws IOException {
        Path left = Files.createDirectory(
                common.resolve(
                        "chartroom-" + System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "_") + "-" + name));
        Files.createFile(left.resolve("lock"));
        Files.writeString(left.resolve("copy-of-a-database"), "secret");
        return left;
    }

    @Test
    void all_temporary_files_of_the_process_lie_in_a_private_folder_until_its_end() throws IOException {
        Path folder;
        try (ProcessTemp temp = ProcessTemp.create()) {
            folder = temp.folder();
            assertEquals(folder.toString(), System.getProperty(PROPERTY));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
            Files.writeString(folder.resolve("export"), "secret");
        }
        assertFalse(Files.exists(folder));
        assertEquals(common.toString(), System.getProperty(PROPERTY));
    }

    @Test
    void what_a_killed_process_left_is_removed_by_the_next_start() throws IOException {
        Path left = left("1234");
        try (ProcessTemp temp = ProcessTemp.create()) {
            assertFalse(Files.exists(left));
        }
    }

    @Test
    void the_folder_of_a_process_that_lives_stays() throws IOException {
        try (ProcessTemp one = ProcessTemp.create()) {
            System.setProperty(PROPERTY, common.toString());
            try (ProcessTemp two = ProcessTemp.create()) {
                assertTrue(Files.isDirectory(one.folder()));
            }
        }
    }

    @Test
    void a_folder_that_is_being_made_stays_and_an_old_one_without_a_lock_goes() throws IOException {
        Path young = left("young");
        Files.delete(young.resolve("lock"));
        Path old = left("old");
        Files.delete(old.resolve("lock"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3600)));
        try (ProcessTemp temp = ProcessTemp.create()) {
            assertTrue(Files.exists(young));
            assertFalse(Files.exists(old));
        }
    }

    /** Another process may end, and take its folder with it, between being listed and being looked at. */
    @Test
    void folders_that_go_while_they_are_looked_at_do_not_matter() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            for (int i = 0; !ended.get(); i++) {
                try {
                    Path other = left("coming-and-going-" + i);
                    Files.delete(other.resolve("lock"));
                    Files.delete(other.resolve("copy-of-a-database"));
                    Files.delete(other);
                } catch (NoSuchFileException e) {
                    // Taken for a left one and removed: as good.
                    continue;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        try {
            for (int i = 0; i < 300; i++) {
                System.setProperty(PROPERTY, common.toString());
                ProcessTemp.create().close();
            }
        } finally {
            ended.set(true);
            others.join();
        }
        assertTrue(Files.isDirectory(common));
    }

    @Test
    void a_link_in_the_common_folder_is_not_followed() throws IOException {
        Path elsewhere = Files.createDirectory(common.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept"), "kept");
        Files.createFile(elsewhere.resolve("lock"));
        Path link = left("link");
        Files.delete(link.resolve("lock"));
        Files.delete(link.resolve("copy-of-a-database"));
        Files.delete(link);
        Files.createSymbolicLink(link, elsewhere);
        try (ProcessTemp temp = ProcessTemp.create()) {
            assertTrue(Files.exists(elsewhere.resolve("kept")));
        }
    }

    @Test
    void a_common_folder_that_is_not_there_is_named_with_the_way_out() {
        System.setProperty(PROPERTY, common.resolve("nowhere").toString());
        IOException refused = assertThrows(IOException.class, ProcessTemp::create);
        assertTrue(refused.getMessage().contains("temporary files " + common.resolve("nowhere")), refused.getMessage());
        assertTrue(refused.getMessage().contains("-Djava.io.tmpdir="), refused.getMessage());
    }
}
