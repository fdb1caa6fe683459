package org.chartroom.core.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of FIPS 180-2. */
class Sha256Test {
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void aTextHasTheHashOfTheStandard() {
        assertEquals(OF_ABC, Sha256.of("abc"));
        assertEquals("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                Sha256.of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"));
    }

    @Test
    void aFileHasTheHashOfItsContent(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("abc.txt"), "abc");
        assertEquals(OF_ABC, Sha256.of(file));
    }

    @Test
    void aFileThatIsNotThereIsTold(@TempDir Path folder) {
        assertThrows(IOException.class, () -> Sha256.of(folder.resolve("none")));
    }
}
