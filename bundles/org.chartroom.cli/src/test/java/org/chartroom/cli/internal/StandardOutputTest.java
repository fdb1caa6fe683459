package org.chartroom.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class StandardOutputTest {
    private static StandardOutput failing(String reason) {
        StandardOutput output = new StandardOutput(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(reason);
            }
        });
        new PrintWriter(output, true, StandardCharsets.UTF_8).println("a line");
        return output;
    }

    @Test
    void a_full_disk_is_a_failure() {
        assertTrue(failing("No space left on device").hasFailed());
        assertTrue(failing(null).hasFailed());
    }

    @Test
    void a_reader_that_ended_is_none() {
        assertFalse(failing("Broken pipe").hasFailed());
        assertFalse(failing("The pipe is being closed").hasFailed());
    }

    @Test
    void what_is_written_arrives() {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        StandardOutput output = new StandardOutput(target);
        PrintWriter writer = new PrintWriter(output, true, StandardCharsets.UTF_8);
        writer.print("kept \u2713");
        writer.flush();
        assertFalse(output.hasFailed());
        assertEquals("kept \u2713", target.toString(StandardCharsets.UTF_8));
    }
}
