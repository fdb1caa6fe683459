package org.chartroom.platform.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchLogTest {
    @TempDir
    Path folder;

    private Path file;
    private LaunchLog log;

    @BeforeEach
    void openLog() throws IOException {
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
    void a_log_that_can_not_be_written_does_not_stop_the_session() throws IOException {
        Files.createDirectory(file);
        log.accept("lost\n");
        assertTrue(Files.isDirectory(file));
    }
}
