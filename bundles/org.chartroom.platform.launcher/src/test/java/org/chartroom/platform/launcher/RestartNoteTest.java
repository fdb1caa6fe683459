package org.chartroom.platform.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartNoteTest {
    @TempDir
    Path folder;

    private Options options;

    @BeforeEach
    void run_by_the_script() {
        System.setProperty(RestartNote.RUN, "17-1700000000");
        options = new Options(folder.resolve("old"), "workbench", null, folder, folder, List.of(), false,
                List.of("--x"));
    }

    @AfterEach
    void forget_the_run() {
        System.clearProperty(RestartNote.RUN);
    }

    private static Path note(Options options) {
        return RestartNote.of(options).orElseThrow().file();
    }

    @Test
    void a_start_without_a_note_goes_where_the_command_line_says() throws IOException {
        assertEquals(options, RestartNote.goOn(options));
    }

    @Test
    void the_next_start_of_the_same_run_goes_on_in_the_folder_of_the_note() throws IOException {
        Files.writeString(note(options), "/elsewhere/Größe");
        assertEquals(options.in(Path.of("/elsewhere/Größe")), RestartNote.goOn(options));
    }

    @Test
    void a_note_counts_once() throws IOException {
        Files.writeString(note(options), "/elsewhere");
        RestartNote.goOn(options);
        assertFalse(Files.exists(note(options)));
        assertEquals(options, RestartNote.goOn(options));
    }

    @Test
    void another_run_does_not_take_it() throws IOException {
        Files.writeString(note(options), "/elsewhere");
        Path left = note(options);
        System.setProperty(RestartNote.RUN, "18-1700000000");
        assertEquals(options, RestartNote.goOn(options));
        assertTrue(Files.exists(left));
    }

    @Test
    void a_note_that_names_no_folder_is_told() throws IOException {
        Files.write(note(options), new byte[]{'/', 'x', 0});
        assertThrows(IOException.class, () -> RestartNote.goOn(options));
    }

    @Test
    void an_account_without_a_home_has_no_note() throws IOException {
        Path home = Files.writeString(folder.resolve("home"), "no folder");
        Options homeless = new Options(folder.resolve("old"), "workbench", null, folder, home.resolve("files"),
                List.of(),
                false, List.of());
        assertEquals(homeless, RestartNote.goOn(homeless));
    }

    @Test
    void what_nothing_starts_again_has_no_note() {
        System.clearProperty(RestartNote.RUN);
        assertEquals(Optional.empty(), RestartNote.of(options));
    }
}
