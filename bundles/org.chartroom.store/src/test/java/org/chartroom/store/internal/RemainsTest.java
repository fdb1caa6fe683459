package org.chartroom.store.internal;

import org.chartroom.testkit.store.Dump;
import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.store.internal.file.FileKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What remains of a workspace: without its database, with a database cut off, with what a killed process left. */
class RemainsTest {
    @TempDir
    Path folder;

    private final RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));
    private Path database;
    private BackupInfo backup;

    @BeforeEach
    void aWorkspaceWithABackup() {
        database = folder.resolve("workspace.mv.db");
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(register).to(store);
            backup = store.backup();
        }
    }

    private H2WorkspaceStore open(OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode);
    }

    private WorkspaceException refused(OpenMode mode) {
        return assertThrows(WorkspaceException.class, () -> open(mode).close());
    }

    @ParameterizedTest
    @EnumSource(OpenMode.class)
    void aLostDatabaseIsNotMadeAnewAndRestoringIsNamed(OpenMode mode) throws IOException {
        Files.delete(database);
        WorkspaceException refused = refused(mode);
        assertEquals(Kind.MISSING, refused.kind());
        assertTrue(refused.getMessage().contains("\"chartroom restore\""), refused.getMessage());
        assertFalse(Files.exists(database));
        new H2StoreProvider().restore(folder, backup.file(), PasswordPrompt.NONE);
        try (H2WorkspaceStore store = open(mode)) {
            assertEquals(Dump.of(register), Dump.of(store.load(register.getId()).orElseThrow()));
        }
    }

    @Test
    void anOlderCopyInThePlaceOfTheDatabaseIsToldUntilABackupIsRestored() throws IOException {
        byte[] older = Files.readAllBytes(database);
        BackupInfo newer;
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            register.setTitle("newer");
            new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
            newer = store.backup();
        }
        Files.write(database, older);
        for (String title : new String[]{"after", "and again"}) {
            try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
                assertTrue(store.warnings().toString().contains("is not there any more"), store.warnings().toString());
                register.setTitle(title);
                new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
                assertEquals(Verification.Kind.CUT_OFF, store.verify(Optional.empty()).problems().get(0).kind());
            }
        }
        new H2StoreProvider().restore(folder, newer.file(), PasswordPrompt.NONE);
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            assertEquals(List.of(), store.warnings());
            Verified.clean(store);
        }
    }

    @Test
    void theNoteOfTheNewestRevisionAloneTellsThatADatabaseIsLost() throws IOException {
        Files.delete(database);
        Files.delete(backup.file());
        assertEquals(Kind.MISSING, refused(OpenMode.CREATE).kind());
    }

    @Test
    void aFolderThatNeverHadAWorkspaceGetsOne() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "mine");
        try (H2WorkspaceStore store = (H2WorkspaceStore) new H2StoreProvider().open(other, OpenMode.CREATE)) {
            assertEquals(Optional.empty(), store.head());
        }
    }

    @Test
    void verifyingTellsThatTheNoteOfTheNewestRevisionIsDamaged() throws IOException {
        Files.writeString(folder.resolve(".chartroom/head"), "garbage");
        try (H2WorkspaceStore store = open(OpenMode.READ_ONLY)) {
            Verification verification = store.verify(Optional.empty());
            assertFalse(verification.isIntact());
            assertTrue(verification.problems().get(0).message().contains("head is damaged"),
                    verification.problems().toString());
        }
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            register.setTitle("again");
            new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
            Verified.clean(store);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13})
    void aDatabaseThatWasCutOffIsCalledByItsOwnName(int parts) throws IOException {
        byte[] bytes = Files.readAllBytes(database);
        Files.write(database, Arrays.copyOf(bytes, bytes.length * parts / 14));
        Files.delete(folder.resolve(".chartroom/head"));
        for (OpenMode mode : new OpenMode[]{OpenMode.READ_ONLY, OpenMode.READ_WRITE}) {
            try (H2WorkspaceStore store = open(mode)) {
                assertTrue(store.verify(Optional.empty()).isIntact() || parts > 1);
            } catch (WorkspaceException refused) {
                assertTrue(refused.getMessage().contains(database.toString()), refused.getMessage());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".chartroom/replacement.mv.db", ".chartroom/new.mv.db", ".chartroom/converted.part",
            "backups/unfinished.mv.db", "backups/converted.part", "converted.part",
            ".chartroom/convert123/database.mv.db", "backups/convert4/database.mv.db", "convert5/temp.db",
            ".chartroom/evidence-copy.part"})
    void whatAKilledProcessWasMakingGoesWithTheNextOpeningForWriting(String name) throws IOException {
        Path left = folder.resolve(name);
        Files.createDirectories(left.getParent());
        Files.copy(database, left);
        open(OpenMode.READ_ONLY).close();
        assertTrue(Files.exists(left), "who may only read removes nothing");
        open(OpenMode.READ_WRITE).close();
        assertFalse(Files.exists(left));
        assertFalse(left.getParent().getFileName().toString().startsWith("convert") && Files.exists(left.getParent()));
    }

    @Test
    void aFolderOfTheUserThatIsCalledAlikeStays() throws IOException {
        Path mine = folder.resolve("converted");
        Files.createDirectories(mine);
        Files.writeString(mine.resolve("database.mv.db"), "mine");
        open(OpenMode.READ_WRITE).close();
        assertEquals("mine", Files.readString(mine.resolve("database.mv.db")));
    }

    @ParameterizedTest
    @EnumSource(OpenMode.class)
    void whatATransactionChangedThatWasNeverCommittedIsNoAlteration(OpenMode mode) throws SQLException, IOException {
        Path killed = folder.resolve("killed");
        try (Database open = new Database(database, FileKey.NONE, false, false)) {
            StoredType type = new TypeCatalog(open).type(RiskPackage.Literals.RISK);
            open.writer().statement("UPDATE " + type.table() + " SET " + type.columns().split(", ")[1] + " = 'other'")
                    .execute();
            try (Database.Session other = open.reader()) {
                other.statement("CHECKPOINT SYNC").execute();
            }
            Files.copy(database, killed);
            open.writer().connection().rollback();
        }
        Files.move(killed, database, StandardCopyOption.REPLACE_EXISTING);
        try (H2WorkspaceStore store = open(mode)) {
            Verified.clean(store);
            assertEquals(Dump.of(register), Dump.of(store.load(register.getId()).orElseThrow()));
        }
    }
}
