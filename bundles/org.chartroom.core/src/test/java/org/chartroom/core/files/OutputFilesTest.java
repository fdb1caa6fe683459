package org.chartroom.core.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFilesTest {
    @TempDir
    private Path folder;

    private Path workspace;

    @BeforeEach
    void make_a_workspace() throws IOException {
        workspace = Files.createDirectory(folder.resolve("workspace"));
        for (String name : List.of(".chartroom", "backups", "evidence/ab")) {
            Files.createDirectories(workspace.resolve(name));
        }
        for (String name : List.of("workspace.mv.db", "evidence/ab/stored", "backups/old.mv.db", ".chartroom/head")) {
            Files.writeString(workspace.resolve(name), "kept");
        }
    }

    private static void write(Path file, String text) throws IOException {
        OutputFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String refused(Path file) {
        return assertThrows(RefusedFileException.class, () -> write(file, "new")).getMessage();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_new_file_is_written() throws IOException {
        write(folder.resolve("out.csv"), "new");
        assertEquals("new", Files.readString(folder.resolve("out.csv")));
    }

    @Test
    void a_file_that_is_replaced_keeps_its_mode() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "old and longer");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        write(file, "new");
        assertEquals("new", Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void what_fails_leaves_what_was_there_and_no_rest() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "old");
        List<String> before = names(folder);
        assertThrows(IOException.class, () -> OutputFiles.write(file, out -> {
            out.write('x');
            throw new IOException("no space left");
        }));
        assertThrows(OutOfMemoryError.class, () -> OutputFiles.write(folder.resolve("other.csv"), out -> {
            throw new OutOfMemoryError();
        }));
        assertEquals("old", Files.readString(file));
        assertEquals(before, names(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"workspace.mv.db", "WORKSPACE.MV.DB", "workspace.trace.db", "replaced-1.mv.db",
            "workspace.key", "workspace.key.part",
            "evidence/ab/stored", "evidence/new", "backups/old.mv.db", ".chartroom/head",
            ".chartroom/../workspace.mv.db"})
    void what_belongs_to_a_workspace_is_refused(String name) throws IOException {
        Path file = workspace.resolve(name);
        assertTrue(refused(file).contains("belongs to the workspace"), name);
        assertEquals("kept", Files.readString(workspace.resolve("workspace.mv.db")));
    }

    @Test
    void what_a_user_puts_into_a_workspace_is_no_part_of_it() throws IOException {
        write(workspace.resolve("review.html"), "new");
        assertEquals("new", Files.readString(workspace.resolve("review.html")));
    }

    @Test
    void a_link_to_what_belongs_to_a_workspace_is_refused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("workspace/workspace.mv.db"));
        Path toFolder = Files.createSymbolicLink(folder.resolve("elsewhere"), workspace.resolve("evidence"));
        Path toNothing = Files.createSymbolicLink(folder.resolve("none.csv"), workspace.resolve("backups/new"));
        for (Path file : List.of(link, toFolder.resolve("new"), toNothing)) {
            assertTrue(refused(file).contains("belongs to the workspace"), file.toString());
        }
        assertEquals("kept", Files.readString(workspace.resolve("workspace.mv.db")));
    }

    @Test
    void a_second_name_of_a_file_of_a_workspace_is_refused() throws IOException {
        Path second = Files.createLink(folder.resolve("second.csv"), workspace.resolve("workspace.mv.db"));
        assertTrue(refused(second).contains("hard link"));
        assertEquals("kept", Files.readString(second));
    }

    @Test
    void a_link_to_another_file_stays_a_link() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("out.csv"));
        write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void a_pipe_is_refused_at_once() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertTrue(refused(pipe).contains("pipe"));
            assertTrue(assertThrows(RefusedFileException.class, () -> InputFiles.check(pipe)).getMessage()
                    .contains("pipe"));
        });
    }

    @Test
    void a_folder_and_a_folder_that_is_not_there_are_told() {
        assertTrue(refused(folder).contains("is a folder"));
        assertTrue(refused(folder.resolve("nowhere/out.csv")).contains("choose another folder"));
    }

    @Test
    void what_lies_beside_a_workspace_is_named_and_what_is_of_it_is_not() throws IOException {
        for (String name : List.of("replaced-2026.mv.db", "workspace.key", "risks.csv", "Board pack.pdf")) {
            Files.writeString(workspace.resolve(name), "");
        }
        Files.createDirectory(workspace.resolve("exports"));
        Files.createDirectory(workspace.resolve(".chartroom/imports"));

        assertEquals(List.of(".chartroom/imports", "Board pack.pdf", "exports", "risks.csv"),
                OutputFiles.besides(workspace));
    }
}
