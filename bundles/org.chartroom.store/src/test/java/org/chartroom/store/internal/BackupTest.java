package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.BackupInfo.Occasion;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.store.internal.file.FileKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T09:00:00Z");

    @TempDir
    Path folder;

    private final RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));

    private H2StoreProvider onDay(int day) {
        return new H2StoreProvider(Clock.fixed(FIRST_DAY.plus(Duration.ofDays(day)), ZoneOffset.UTC));
    }

    private H2WorkspaceStore open(int day) {
        return (H2WorkspaceStore) onDay(day).open(folder, OpenMode.CREATE);
    }

    private Revision change(H2WorkspaceStore store, String title) {
        register.setTitle(title);
        return new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
    }

    private List<BackupInfo> backups() {
        return onDay(0).backups(folder);
    }

    @BeforeEach
    void create() {
        try (H2WorkspaceStore store = open(0)) {
            new Commits().create(register).to(store);
        }
    }

    @Test
    void openingTakesOneBackupADayWhenSomethingChangedAndKeepsTen() {
        assertEquals(List.of(), backups());
        for (int day = 1; day <= 12; day++) {
            for (int time = 0; time < 2; time++) {
                try (H2WorkspaceStore store = open(day)) {
                    change(store, "day " + day + " " + time);
                }
            }
        }
        List<BackupInfo> kept = backups();
        assertEquals(10, kept.size());
        assertTrue(kept.stream().allMatch(backup -> backup.occasion() == Occasion.DAILY));
        assertEquals(23, kept.get(0).revision());
        assertEquals(5, kept.get(9).revision());
        open(13).close();
        open(14).close();
        assertEquals(25, backups().get(0).revision());
        assertEquals(FIRST_DAY.plus(Duration.ofDays(13)), backups().get(0).takenAt());
    }

    @Test
    void aBackupTakenWhileTheWorkspaceIsOpenEqualsTheStateAtThatTime() {
        try (H2WorkspaceStore store = open(0)) {
            change(store, "before");
            BackupInfo backup = store.backup();
            change(store, "after");
            assertEquals(Occasion.MANUAL, backup.occasion());
            assertEquals(2, backup.revision());
            assertEquals(List.of(), store.warnings());
        }
        Revision restored = onDay(1).restore(folder, backups().get(0).file()).head();
        assertEquals(2, restored.number());
        try (H2WorkspaceStore store = open(1)) {
            assertEquals(restored, store.head().orElseThrow());
            assertEquals("before", ((RiskRegister) store.load(register.getId()).orElseThrow()).getTitle());
            Verified.clean(store);
            change(store, "goes on");
        }
    }

    @Test
    void aDamagedWorkspaceIsRestoredAndTheDamagedFileKept() throws IOException {
        Revision head;
        try (H2WorkspaceStore store = open(0)) {
            head = change(store, "before");
            store.backup();
        }
        byte[] garbage = new byte[10_000];
        Files.write(folder.resolve("workspace.mv.db"), garbage);
        assertEquals(Kind.DAMAGED, assertThrows(WorkspaceException.class, () -> open(1)).kind());
        assertEquals(head, onDay(1).restore(folder, backups().get(0).file()).head());
        try (H2WorkspaceStore store = open(1)) {
            Verified.clean(store);
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path kept = files.filter(file -> file.getFileName().toString().startsWith("replaced-")).findFirst()
                    .orElseThrow();
            assertArrayEquals(garbage, Files.readAllBytes(kept));
        }
    }

    @Test
    void anOpenWorkspaceIsRestoredAfterABackupOfItAndGoesOn() {
        try (H2WorkspaceStore store = open(0)) {
            Revision before = change(store, "before");
            BackupInfo backup = store.backup();
            Revision after = change(store, "after");
            assertEquals(before, store.restore(backup.file()));
            assertEquals(before, store.head().orElseThrow());
            assertEquals("before", ((RiskRegister) store.load(register.getId()).orElseThrow()).getTitle());
            Verified.clean(store);
            BackupInfo undo = backups().get(0);
            assertEquals(Occasion.RESTORE, undo.occasion());
            assertEquals(after.number(), undo.revision());
            change(store, "goes on");
            assertEquals(after, store.restore(undo.file()));
            Verified.clean(store);
        }
        try (H2WorkspaceStore store = open(0)) {
            assertEquals(List.of(), store.warnings());
            assertEquals("after", ((RiskRegister) store.load(register.getId()).orElseThrow()).getTitle());
        }
    }

    @Test
    void anOpenWorkspaceStaysAsItIsWhenTheBackupIsNoBackup() throws IOException {
        Path nothing = Files.write(folder.resolve("nothing.mv.db"), new byte[5_000]);
        try (H2WorkspaceStore store = open(0)) {
            Revision head = store.head().orElseThrow();
            List<BackupInfo> before = backups();
            assertEquals(Kind.DAMAGED,
                    assertThrows(WorkspaceException.class, () -> store.restore(nothing)).kind());
            assertEquals(Kind.INVALID, assertThrows(WorkspaceException.class,
                    () -> store.restore(folder.resolve("missing.mv.db"))).kind());
            assertEquals(before, backups());
            assertEquals(head, store.head().orElseThrow());
            change(store, "goes on");
        }
        try (H2WorkspaceStore reader = (H2WorkspaceStore) onDay(0).open(folder, OpenMode.READ_ONLY)) {
            assertEquals(Kind.READ_ONLY,
                    assertThrows(WorkspaceException.class, () -> reader.restore(nothing)).kind());
        }
    }

    @Test
    void sessionsShowWhatWasRestored() {
        try (Workspace workspace = new DefaultWorkspaces(onDay(0)).open(folder, OpenMode.READ_WRITE, "Ada");
                EditSession session = workspace.openSession()) {
            session.artifact(register.getId()).orElseThrow().setTitle("before");
            session.commit("");
            BackupInfo backup = workspace.backup();
            session.artifact(register.getId()).orElseThrow().setTitle("after");
            session.create(register.eClass(), "RSK", "came later");
            session.commit("");
            assertEquals(workspace.restore(backup.file()), workspace.head().orElseThrow());
            session.refresh();
            assertEquals("before", session.artifact(register.getId()).orElseThrow().getTitle());
            assertEquals(1, session.artifacts().size());
            session.artifact(register.getId()).orElseThrow().setTitle("goes on");
            session.commit("");
            assertEquals(Occasion.RESTORE, workspace.backups().get(0).occasion());
            assertEquals(List.of(), workspace.verify(Optional.empty()).problems());
        }
    }

    @Test
    void aDamagedBackupIsNotUsed() throws IOException {
        Path backup;
        try (H2WorkspaceStore store = open(0)) {
            backup = store.backup().file();
        }
        byte[] bytes = Files.readAllBytes(backup);
        for (int i = bytes.length / 2; i < bytes.length; i++) {
            bytes[i] = 0;
        }
        Files.write(backup, bytes);
        byte[] workspace = Files.readAllBytes(folder.resolve("workspace.mv.db"));
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> onDay(1).restore(folder, backup));
        assertEquals(Kind.DAMAGED, refused.kind());
        assertTrue(refused.getMessage().contains(backup.getFileName().toString()), refused.getMessage());
        assertArrayEquals(workspace, Files.readAllBytes(folder.resolve("workspace.mv.db")));
    }

    @Test
    void aBackupThatHoldsAnOlderRevisionThanItsNameSaysIsNotUsed() throws IOException {
        Path older;
        Path newer;
        try (H2WorkspaceStore store = open(0)) {
            older = store.backup().file();
            change(store, "newer");
            newer = store.backup().file();
        }
        Files.copy(older, newer, StandardCopyOption.REPLACE_EXISTING);
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> onDay(1).restore(folder, newer));
        assertTrue(refused.getMessage().contains("its name says revision 2, and what can be read of it ends with"
                + " revision 1"), refused.getMessage());
        Path renamed = Files.move(newer, folder.resolve("backups/left.mv.db"));
        assertEquals(1, onDay(1).restore(folder, renamed).head().number());
    }

    @Test
    void aWorkspaceInUseIsNotReplaced() {
        try (H2WorkspaceStore store = open(0)) {
            Path backup = store.backup().file();
            WorkspaceException refused = assertThrows(WorkspaceException.class,
                    () -> onDay(1).restore(folder, backup));
            assertEquals(Kind.BUSY, refused.kind());
        }
        assertEquals(Kind.INVALID, assertThrows(WorkspaceException.class,
                () -> onDay(1).restore(folder, folder.resolve("nothing.mv.db"))).kind());
    }

    @Test
    void aWorkspaceThatIsNotIntactIsNotBackedUpAndOpeningSaysSo() throws SQLException, IOException {
        try (Database database = new Database(folder.resolve("workspace.mv.db"), FileKey.NONE, false, false)) {
            database.define("UPDATE revision SET author = 'Eve'");
            database.writer().connection().commit();
        }
        try (H2WorkspaceStore store = open(1)) {
            assertTrue(store.warnings().get(0).contains("is not intact (Revision 1"), store.warnings().toString());
            assertEquals(1, store.artifacts().size());
            assertEquals(Kind.DAMAGED, assertThrows(WorkspaceException.class, store::backup).kind());
        }
        assertEquals(List.of(), backups());
    }

    @Test
    void aWorkspaceThatCanNotBeBackedUpOpensAndSaysSo() throws IOException {
        Files.write(folder.resolve("backups"), new byte[1]);
        try (H2WorkspaceStore store = open(1)) {
            assertEquals(1, store.warnings().size());
            assertTrue(store.warnings().get(0).contains("No backup could be made"), store.warnings().toString());
            change(store, "still works");
        }
    }
}
