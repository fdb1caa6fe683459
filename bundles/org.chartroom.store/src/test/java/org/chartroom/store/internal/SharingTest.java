package org.chartroom.store.internal;

import org.chartroom.testkit.store.Dump;
import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several openings of one workspace, in one process and in several. */
class SharingTest {
    @TempDir
    Path folder;

    private final RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));

    private H2WorkspaceStore open(OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode);
    }

    private WorkspaceException refusal(OpenMode mode) {
        return assertThrows(WorkspaceException.class, () -> open(mode));
    }

    @BeforeEach
    void create() {
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(register).to(store);
        }
    }

    @Test
    void aSecondProcessIsToldWhoHasTheWorkspaceAndWhatToDo() throws IOException, InterruptedException {
        Process child = Child.start("hold", folder);
        try (BufferedReader out = child.inputReader()) {
            assertEquals(Child.OPEN, Child.line(out));
            WorkspaceException busy = refusal(OpenMode.READ_WRITE);
            assertEquals(Kind.BUSY, busy.kind());
            assertTrue(busy.getMessage().contains("process " + child.pid()), busy.getMessage());
            assertTrue(busy.getMessage().contains(System.getProperty("user.name")), busy.getMessage());
            assertTrue(busy.getMessage().contains("for reading only"), busy.getMessage());
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void theLockOfAKilledProcessStopsNobody() throws IOException, InterruptedException {
        Process child = Child.start("hold", folder);
        try (BufferedReader out = child.inputReader()) {
            assertEquals(Child.OPEN, Child.line(out));
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertTrue(Files.readString(folder.resolve(".chartroom/lock")).contains("pid=" + child.pid()));
        open(OpenMode.READ_WRITE).close();
    }

    @Test
    void theSameProcessIsRefusedTooAndTheLockSurvivesIt() throws IOException, InterruptedException {
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            assertEquals(Kind.BUSY, refusal(OpenMode.READ_WRITE).kind());
            assertEquals(Kind.BUSY, refusal(OpenMode.CREATE).kind());
            open(OpenMode.READ_ONLY).close();
            Process child = Child.start("hold", folder);
            try (BufferedReader out = child.inputReader()) {
                assertTrue(Child.line(out).startsWith(Child.FAILED + Kind.BUSY));
            } finally {
                child.destroyForcibly().waitFor();
            }
        }
        open(OpenMode.READ_WRITE).close();
    }

    @Test
    void aReaderSeesACommittedStateWhileAnotherProcessWrites() throws IOException, InterruptedException {
        Process child = Child.start("commit", folder);
        try (BufferedReader out = child.inputReader()) {
            assertEquals(Child.OPEN, Child.line(out));
            long acknowledged = 1;
            for (int round = 0; round < 10; round++) {
                acknowledged = Long.parseLong(Child.line(out).substring(Child.COMMITTED.length()));
                try (H2WorkspaceStore reader = open(OpenMode.READ_ONLY)) {
                    long head = reader.head().orElseThrow().number();
                    assertTrue(head >= acknowledged);
                    RiskRegister loaded = (RiskRegister) reader.load(register.getId()).orElseThrow();
                    assertEquals(Child.title(head), loaded.getTitle());
                    assertEquals(Child.title(head), loaded.getRisks().get(0).getTitle());
                    Verified.clean(reader);
                }
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void whoReadsOnlyCanNotCommit() {
        try (H2WorkspaceStore reader = open(OpenMode.READ_ONLY)) {
            assertTrue(reader.isReadOnly());
            assertEquals(Dump.of(register), Dump.of(reader.load(register.getId()).orElseThrow()));
            WorkspaceException refused = assertThrows(WorkspaceException.class,
                    () -> new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(reader));
            assertEquals(Kind.READ_ONLY, refused.kind());
        }
    }

    @Test
    void aReaderKeepsItsStateAndLeavesNothingBehind() throws IOException {
        H2WorkspaceStore reader = open(OpenMode.READ_ONLY);
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            register.setTitle("changed");
            new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
        }
        assertEquals(1, reader.head().orElseThrow().number());
        reader.close();
        reader.close();
        try (var files = Files.walk(folder)) {
            // Folder, database, control folder with lock, gate and head, backups with that of the day.
            assertEquals(8, files.count());
        }
    }
}
