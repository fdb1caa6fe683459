package org.chartroom.platform.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampsTest {
    @TempDir
    Path folder;

    private Path jar;
    private Stamps stamps;

    @BeforeEach
    void keepTheStampOfOneJar() throws IOException {
        jar = Files.writeString(folder.resolve("a.jar"), "one");
        stamps = new Stamps(folder.resolve("stamps"));
        stamps.keep(describe(4));
    }

    private String describe(int startLevel) throws IOException {
        return Stamps.describe(List.of(new Profile.Entry(startLevel, jar)));
    }

    @Test
    void an_unchanged_jar_matches() throws IOException {
        assertTrue(stamps.match(describe(4)));
    }

    @Test
    void a_jar_of_another_size_does_not_match() throws IOException {
        FileTime time = Files.getLastModifiedTime(jar);
        Files.writeString(jar, "longer");
        Files.setLastModifiedTime(jar, time);
        assertFalse(stamps.match(describe(4)));
    }

    @Test
    void a_jar_of_another_time_does_not_match() throws IOException {
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
        assertFalse(stamps.match(describe(4)));
    }

    @Test
    void a_jar_at_another_start_level_does_not_match() throws IOException {
        assertFalse(stamps.match(describe(5)));
    }

    @Test
    void what_was_forgotten_does_not_match() throws IOException {
        stamps.forget();
        assertFalse(stamps.match(describe(4)));
    }

    @Test
    void a_missing_jar_is_named() throws IOException {
        Files.delete(jar);
        assertTrue(assertThrows(IOException.class, () -> describe(4)).getMessage().contains("a.jar"));
    }
}
