package org.chartroom.platform.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchLogTest {
    @TempDir
    Path folder;

    private Path file;
    private LaunchLog log;

    @BeforeEach
    void openLog() {
        file = folder.resolve("log").resolve("chartroom.log");
        log = new LaunchLog(file);
    }

    @Test
    void an_entry_is_in_the_file_at_once() throws IOException {
        log.accept("one\n");
        log.accept("two\n");
        assertEquals("one\ntwo\n", Files.readString(file));
    }

    @Test
    void an_error_has_its_stack_trace_below_it() throws IOException {
        log.error("It broke", new IllegalStateException("because"));
        String text = Files.readString(file);
        assertTrue(text.contains(" ERROR org.chartroom.platform.launcher "), text);
        assertTrue(text.contains("\n    java.lang.IllegalStateException: because\n"), text);
    }

    @Test
    void a_full_file_becomes_an_older_one_and_only_some_are_kept() throws IOException {
        String much = "x".repeat(600_000) + "\n";
        for (int i = 0; i < 14; i++) {
            log.accept(much);
        }
        assertTrue(Files.size(file) <= 2 * much.length());
        assertTrue(Files.exists(file.resolveSibling("chartroom.4.log")));
        assertFalse(Files.exists(file.resolveSibling("chartroom.5.log")));
    }

    @Test
    void a_folder_that_was_renamed_meanwhile_is_not_made_anew() throws IOException {
        Path control = folder.resolve("control");
        LaunchLog inside = new LaunchLog(control.resolve("log/chartroom.log"));
        inside.accept("before\n");
        Files.move(control, folder.resolve("renamed"));
        inside.accept("lost\n");
        assertFalse(Files.exists(control));
    }

    @Test
    void a_link_in_its_place_is_not_followed() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "before");
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, victim);
        log.accept("lost\n");
        assertEquals("before", Files.readString(victim));
    }

    @Test
    void a_link_in_the_place_of_its_folder_is_not_followed() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(file.getParent(), elsewhere);
        log.accept("lost\n");
        assertFalse(Files.exists(elsewhere.resolve("chartroom.log")));
    }

    @Test
    void a_pipe_in_its_place_is_not_waited_for() throws Exception {
        Files.createDirectories(file.getParent());
        assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
        log.accept("lost\n");
        assertFalse(Files.isRegularFile(file));
    }

    @Test
    void a_log_that_can_not_be_written_does_not_stop_the_session() throws IOException {
        Files.createDirectories(file);
        log.accept("lost\n");
        assertTrue(Files.isDirectory(file));
    }

    @Test
    void a_log_that_can_not_be_written_is_told_in_one_line() throws IOException {
        Files.createDirectories(file);
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true));
        try {
            log.error("It broke", new IllegalStateException("because"));
            log.error("It broke again", new IllegalStateException("because"));
        } finally {
            System.setErr(before);
        }
        assertEquals(1, printed.toString().lines().count(), printed.toString());
        assertTrue(printed.toString().contains(file.toString()), printed.toString());
        assertTrue(printed.toString().contains("It broke"), printed.toString());
    }

    @Test
    void the_log_is_private() throws IOException {
        log.accept("one\n");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }
}
