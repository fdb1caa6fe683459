package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;

import org.chartroom.exchange.csv.FileBound;
import org.chartroom.exchange.csv.ImportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is larger than can be held is refused by its size, with what to do. */
class FileBoundTest {
    private static final long MEGABYTE = 1024L * 1024;

    @TempDir
    private Path folder;

    private Path file(long size) throws IOException {
        Path file = folder.resolve("large.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
        return file;
    }

    @Test
    void aFileOfTheLargestSizeIsTaken() throws IOException {
        FileBound.DOCUMENT.check(file(64 * MEGABYTE));
    }

    @ParameterizedTest
    @EnumSource(FileBound.class)
    void aLargerFileIsRefused(FileBound bound) throws IOException {
        Path file = file(513 * MEGABYTE);

        assertThrows(ImportException.class, () -> bound.check(file));
    }

    @Test
    void theRefusalSaysTheSizeAndWhatToDo() throws IOException {
        Path file = file(65 * MEGABYTE);

        assertEquals("large.json is larger than 64 MB; split it into smaller files.",
                assertThrows(ImportException.class, () -> FileBound.DOCUMENT.check(file)).getMessage());
    }

    @Test
    void aModelFileIsReadAsAWhole() throws IOException {
        byte[] content = new byte[(int) MEGABYTE];

        assertArrayEquals(content, FileBound.MODEL.read("x.xmi", new ByteArrayInputStream(content)));
    }

    @Test
    void aStreamThatDoesNotEndIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int start, int length) {
                return length;
            }
        };

        assertEquals("x.json is larger than 64 MB; split it into smaller files.",
                assertThrows(ImportException.class, () -> FileBound.DOCUMENT.read("x.json", endless)).getMessage());
    }
}
