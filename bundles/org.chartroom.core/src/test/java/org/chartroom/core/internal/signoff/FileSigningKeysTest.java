package org.chartroom.core.internal.signoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.chartroom.core.workspace.WorkspaceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSigningKeysTest {
    @TempDir
    Path home;

    @Test
    void theKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
        Path folder = home.resolve("keys");
        String first = new FileSigningKeys(folder).own().fingerprint();
        assertEquals(first, new FileSigningKeys(folder).own().fingerprint());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("signing-key.pem"))));
    }

    @Test
    void aProcessThatDiedBeforeThePrivateKeyWasThereLeavesRoomForANewOne() throws IOException {
        Files.writeString(home.resolve("signing-key-public.pem"), "half");
        assertEquals(64, new FileSigningKeys(home).own().fingerprint().length());
    }

    @Test
    void aKeyThatCanNotBeReadIsToldAndNotReplaced() throws IOException {
        new FileSigningKeys(home).own();
        Path file = home.resolve("signing-key.pem");
        Files.writeString(file, "nonsense");
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> new FileSigningKeys(home).own());
        assertTrue(refused.getMessage().contains(home.toString()), refused.getMessage());
        assertEquals("nonsense", Files.readString(file));
    }
}
