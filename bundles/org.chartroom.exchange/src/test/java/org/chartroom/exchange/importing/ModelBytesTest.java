package org.chartroom.exchange.importing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.chartroom.exchange.csv.ImportException;
import org.junit.jupiter.api.Test;

/** How much is read of a model file. */
class ModelBytesTest {
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void a_file_of_the_largest_size_is_read() throws IOException {
        byte[] content = new byte[MEGABYTE];

        assertArrayEquals(content, ModelBytes.read("x.xmi", new ByteArrayInputStream(content), MEGABYTE));
    }

    @Test
    void a_larger_one_is_refused() {
        ByteArrayInputStream input = new ByteArrayInputStream(new byte[MEGABYTE + 1]);

        assertEquals("x.xmi is larger than 1 MB; export fewer artifacts into one file.", assertThrows(
                ImportException.class, () -> ModelBytes.read("x.xmi", input, MEGABYTE)).getMessage());
    }
}
