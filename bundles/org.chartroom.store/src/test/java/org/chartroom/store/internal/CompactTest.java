package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

import org.chartroom.core.workspace.Compaction;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.store.internal.file.FileKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactTest {
    private static final int COMMITS = 200;

    @TempDir
    Path folder;

    private final RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));

    private H2WorkspaceStore open(OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode);
    }

    private Revision change(H2WorkspaceStore store, String title) {
        register.setTitle(title);
        return new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
    }

    @Test
    void roomIsGivenBackAndEveryRevisionKept() throws IOException {
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(register).to(store);
            for (int i = 0; i < COMMITS; i++) {
                change(store, "title " + i);
            }
            List<Revision> revisions = store.revisions(COMMITS * 2);
            List<FieldChange> history = store.history(HistoryQuery.everything());
            Compaction compaction = store.compact();
            assertTrue(compaction.bytesAfter() < compaction.bytesBefore(), compaction.toString());
            assertEquals(COMMITS + 1, compaction.revisions());
            assertEquals(revisions, store.revisions(COMMITS * 2));
            assertEquals(history, store.history(HistoryQuery.everything()));
            Verified.clean(store);
            assertEquals(COMMITS + 2, change(store, "after").number());
        }
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            assertEquals("after", ((RiskRegister) store.load(register.getId()).orElseThrow()).getTitle());
            Verified.clean(store);
        }
    }

    private void commitOften() {
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(register).to(store);
            for (int i = 0; i < COMMITS; i++) {
                change(store, "title " + i);
            }
        }
    }

    private H2WorkspaceStore openCompactingFrom(long size) {
        return (H2WorkspaceStore) new H2StoreProvider(Clock.systemUTC(), size).open(folder, OpenMode.READ_WRITE);
    }

    @Test
    void aLargeFileOfWhichLittleIsInUseIsCompactedWhenItIsOpened() throws IOException {
        commitOften();
        long before = Files.size(folder.resolve("workspace.mv.db"));
        try (H2WorkspaceStore store = openCompactingFrom(0)) {
            assertEquals(List.of(), store.warnings());
            assertEquals(COMMITS + 1, store.revisions(COMMITS * 2).size());
            Verified.clean(store);
        }
        long after = Files.size(folder.resolve("workspace.mv.db"));
        assertTrue(after < before / 2, before + " bytes before, " + after + " after");
    }

    @Test
    void aSmallFileIsLeftAsItIsWhenItIsOpened() throws IOException {
        commitOften();
        long before = Files.size(folder.resolve("workspace.mv.db"));
        openCompactingFrom(before * 2).close();
        assertTrue(Files.size(folder.resolve("workspace.mv.db")) >= before);
    }

    @Test
    void aLargeFileThatIsInUseIsLeftAsItIsWhenItIsOpened() throws IOException, SQLException {
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(register).to(store);
            store.compact();
        }
        try (Database database = new Database(folder.resolve("workspace.mv.db"), FileKey.NONE, true, false)) {
            assertFalse(Compactor.isWorthwhile(database));
        }
    }

    @Test
    void aDamagedWorkspaceAndOneForReadingAreLeftAsTheyAre() throws IOException, SQLException {
        Path file = folder.resolve("workspace.mv.db");
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(register).to(store);
        }
        byte[] before = Files.readAllBytes(file);
        try (H2WorkspaceStore store = open(OpenMode.READ_ONLY)) {
            assertEquals(Kind.READ_ONLY, assertThrows(WorkspaceException.class, store::compact).kind());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
        try (Database database = new Database(file, FileKey.NONE, false, false)) {
            database.define("UPDATE revision SET author = 'Eve'");
            database.writer().connection().commit();
        }
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            assertEquals(Kind.DAMAGED, assertThrows(WorkspaceException.class, store::compact).kind());
            assertEquals(1, store.artifacts().size());
        }
    }
}
