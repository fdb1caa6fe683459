package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.store.internal.file.FileKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders, disks and files that are not as they should be. */
class TroubleTest {
    @TempDir
    Path folder;

    private final RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));

    private H2WorkspaceStore open(OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode);
    }

    private WorkspaceException refusal(OpenMode mode) {
        return assertThrows(WorkspaceException.class, () -> open(mode));
    }

    private Path file() {
        return folder.resolve("workspace.mv.db");
    }

    @BeforeEach
    void create() {
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(register).to(store);
        }
    }

    private void sql(String statement) throws SQLException, IOException {
        try (Database database = new Database(file(), FileKey.NONE, false, false)) {
            database.define(statement);
            database.writer().connection().commit();
        }
    }

    @Test
    void aFolderWithoutWorkspaceIsMissing() {
        folder = folder.resolve("nothing");
        assertEquals(Kind.MISSING, refusal(OpenMode.READ_WRITE).kind());
        assertEquals(Kind.MISSING, refusal(OpenMode.READ_ONLY).kind());
        assertFalse(Files.exists(folder));
    }

    @Test
    void aFolderThatCanNotBeWrittenIsTold() {
        // Even the superuser can't make folders there.
        folder = Path.of("/proc/chartroom");
        assumeTrue(Files.isDirectory(folder.getParent()));
        assertEquals(Kind.UNWRITABLE, refusal(OpenMode.CREATE).kind());
    }

    @Test
    void aWorkspaceOfANewerVersionIsRefused() throws SQLException, IOException {
        sql("UPDATE meta SET content = '99' WHERE name = 'schemaVersion'");
        for (OpenMode mode : OpenMode.values()) {
            WorkspaceException refused = refusal(mode);
            assertEquals(Kind.NEWER_VERSION, refused.kind());
            assertTrue(refused.getMessage().contains("format 99"), refused.getMessage());
        }
    }

    @Test
    void aWorkspaceOfANewerVersionWithTablesOfItsOwnIsNotTakenForADamagedOne() throws SQLException, IOException {
        sql("UPDATE meta SET content = '99' WHERE name = 'schemaVersion'");
        sql("CREATE TABLE newer (id INTEGER)");
        for (OpenMode mode : OpenMode.values()) {
            WorkspaceException refused = refusal(mode);
            assertEquals(Kind.NEWER_VERSION, refused.kind());
            assertTrue(refused.getMessage().contains("format 99"), refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 5_000, 9_000})
    void aTruncatedFileIsDamagedAndLeftAsItIs(int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
        byte[] before = Files.readAllBytes(file());
        for (OpenMode mode : OpenMode.values()) {
            WorkspaceException refused = refusal(mode);
            assertEquals(Kind.DAMAGED, refused.kind(), refused.toString());
            assertTrue(refused.getMessage().contains("backup"), refused.getMessage());
        }
        assertArrayEquals(before, Files.readAllBytes(file()));
    }

    @Test
    void aFileOfGarbageIsDamaged() throws IOException {
        byte[] garbage = new byte[20_000];
        new Random(1).nextBytes(garbage);
        Files.write(file(), garbage);
        for (OpenMode mode : OpenMode.values()) {
            assertEquals(Kind.DAMAGED, refusal(mode).kind());
        }
        assertArrayEquals(garbage, Files.readAllBytes(file()));
    }

    @Test
    void anAlteredValueIsDamagedAndItsElementNamed() throws SQLException, IOException {
        String table = table("RISK");
        sql("UPDATE " + table + " SET position = position + 1");
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            WorkspaceException damaged = assertThrows(WorkspaceException.class, () -> store.load(register.getId()));
            assertEquals(Kind.DAMAGED, damaged.kind());
            assertTrue(damaged.getMessage().contains("R-1 Outage"), damaged.getMessage());
            assertFalse(store.verify(Optional.empty()).isIntact());
        }
    }

    private String table(String className) throws SQLException, IOException {
        try (Database database = new Database(file(), FileKey.NONE, false, false)) {
            return new TypeCatalog(database).types().stream().filter(type -> type.name().equalsIgnoreCase(className))
                    .findFirst().orElseThrow().table().toUpperCase(Locale.ROOT);
        }
    }

    @Test
    void aProcessThatDiedWhileCreatingLeavesNoHalfWorkspace() throws IOException {
        Files.delete(file());
        // It is written with the first commit.
        Files.delete(folder.resolve(".chartroom/head"));
        Files.write(folder.resolve(".chartroom/new.mv.db"), new byte[100]);
        assertEquals(Kind.MISSING, refusal(OpenMode.READ_WRITE).kind());
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(register).to(store);
        }
    }

    @Test
    void aFullDiskIsToldAndEveryAcknowledgedCommitStays() throws IOException, InterruptedException {
        // The limit stands for a full disk: writing beyond it fails. The signal would end the process instead.
        Process child = Child.start("trap '' XFSZ; ulimit -f 6000; ", "fill", folder);
        long acknowledged = 0;
        String last = "";
        try (BufferedReader out = child.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
                if (line.startsWith(Child.COMMITTED)) {
                    acknowledged = Long.parseLong(line.substring(Child.COMMITTED.length()));
                }
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertTrue(last.startsWith(Child.FAILED + Kind.DISK_FULL), last);
        assertTrue(acknowledged > 2, last);
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            assertEquals(acknowledged, store.head().orElseThrow().number());
            RiskRegister loaded = (RiskRegister) store.load(register.getId()).orElseThrow();
            assertEquals(Child.title(acknowledged), loaded.getTitle());
            Verified.clean(store);
            loaded.setTitle("room again");
            new Commits().update(loaded, ModelPackage.Literals.SUBJECT__TITLE).to(store);
        }
    }
}
