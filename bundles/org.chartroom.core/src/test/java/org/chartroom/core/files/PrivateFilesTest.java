package org.chartroom.core.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    private Path folder;

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void folders_that_are_made_are_private_and_others_stay_as_they_are() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path made = PrivateFiles.createDirectories(there.resolve("a/b"));
        assertEquals("rwxr-xr-x", mode(there));
        assertEquals("rwx------", mode(made));
        assertEquals("rwx------", mode(made.getParent()));
    }

    @Test
    void a_folder_that_is_there_is_no_failure() throws IOException {
        assertEquals(folder, PrivateFiles.createDirectories(folder));
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_told() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThrows(FileAlreadyExistsException.class, () -> PrivateFiles.createDirectories(file));
    }

    @Test
    void a_file_that_is_made_is_private_from_the_first_moment() throws IOException {
        Path file = folder.resolve("new");
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertEquals("rw-------", mode(file));
        }
    }

    @Test
    void a_file_that_others_could_read_is_private_once_it_is_written_anew() throws IOException {
        Path file = Files.writeString(folder.resolve("old"), "longer than before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (OutputStream out = PrivateFiles.newOutputStream(file)) {
            out.write('x');
        }
        assertEquals("rw-------", mode(file));
        assertEquals("x", Files.readString(file));
    }

    @Test
    void restricting_takes_nothing_but_what_others_may_do() throws IOException {
        Path file = Files.createFile(folder.resolve("read-only"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertTrue(PrivateFiles.restrict(file));
        assertEquals("r--------", mode(file));
    }

    @Test
    void temporary_folders_are_private() throws IOException {
        Path made = PrivateFiles.createTempDirectory("chartroom-test");
        try {
            assertEquals("rwx------", mode(made));
        } finally {
            Files.delete(made);
        }
    }
}
