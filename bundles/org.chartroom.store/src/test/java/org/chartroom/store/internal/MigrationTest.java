package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workspaces that released versions of Chartroom wrote; each is kept in the resources. */
class MigrationTest {
    private static final String HEAD_OF_SCHEMA_1 = "654e2250ea0478b560b2fc3fee2247d780191d36e4dd10c8be9770f961fca65c";

    @TempDir
    Path folder;

    private byte[] original;

    @BeforeEach
    void takeTheWorkspaceOfSchema1() throws IOException {
        // Outside of OSGi a package is registered when it is first used.
        RiskPackage.eINSTANCE.getNsURI();
        try (InputStream in = MigrationTest.class.getResourceAsStream("/workspaces/schema-1/workspace.mv.db")) {
            original = in.readAllBytes();
            Files.write(file(), original);
        }
    }

    private Path file() {
        return folder.resolve("workspace.mv.db");
    }

    private H2WorkspaceStore open(OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode);
    }

    static void assertContent(H2WorkspaceStore store) {
        assertEquals(HEAD_OF_SCHEMA_1, store.head().orElseThrow().hash());
        assertEquals(5, store.revisions(10).size());
        assertEquals(List.of("RSK-1", "RSK-2"), store.artifacts().stream().map(info -> info.key()).toList());
        RiskRegister other = (RiskRegister) store.load(store.artifacts().get(1).id()).orElseThrow();
        assertEquals("Longer outage", other.getRisks().get(0).getTitle());
        assertEquals(Samples.euros("10.50"), other.getRisks().get(0).getCostMin());
        assertEquals(List.of(), store.verify(Optional.of(HEAD_OF_SCHEMA_1)).problems());
    }

    @Test
    void anOlderWorkspaceIsMigratedAfterABackup() throws IOException {
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            assertContent(store);
            RiskRegister register = (RiskRegister) store.load(store.artifacts().get(0).id()).orElseThrow();
            register.setTitle("migrated");
            new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
            Verified.clean(store);
        }
        List<BackupInfo> backups = new H2StoreProvider().backups(folder);
        assertEquals(List.of(BackupInfo.Occasion.MIGRATION), backups.stream().map(BackupInfo::occasion).toList());
        assertArrayEquals(original, Files.readAllBytes(backups.get(0).file()));
        new H2StoreProvider().restore(folder, backups.get(0).file());
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            assertContent(store);
        }
    }

    @Test
    void readingLeavesAnOlderWorkspaceAsItIs() throws IOException {
        try (H2WorkspaceStore store = open(OpenMode.READ_ONLY)) {
            assertContent(store);
        }
        assertArrayEquals(original, Files.readAllBytes(file()));
    }

    @Test
    void aProcessThatDiedWhileMigratingLeavesTheOriginal() throws IOException {
        Files.createDirectories(folder.resolve(".chartroom"));
        Files.write(folder.resolve(".chartroom/replacement.mv.db"), new byte[5_000]);
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            assertContent(store);
        }
    }

    @Test
    void withoutABackupNothingIsMigrated() throws IOException {
        Files.write(folder.resolve("backups"), new byte[1]);
        assertThrows(WorkspaceException.class, () -> open(OpenMode.READ_WRITE));
        assertArrayEquals(original, Files.readAllBytes(file()));
    }
}
