package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process at random moments while it imports, migrates or compacts: what is there afterwards is the state before
 * or the state after, whole. The number of rounds of each is the property chartroom.kill.rounds.
 */
class KillDuringLongWorkTest {
    private static final int ROUNDS = Integer.getInteger("chartroom.kill.rounds", 6);
    private static final int COMMITS = 60;

    @TempDir
    Path folder;

    private final Random random = new Random(20261122);
    private int finished;

    @BeforeEach
    void registerThePackage() {
        // Outside of OSGi a package is registered when it is first used.
        RiskPackage.eINSTANCE.getNsURI();
    }

    private H2WorkspaceStore open(OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode);
    }

    /** Lets a process do its work to the end; @return how long that takes from the line that says that it starts */
    private long measure(String task) throws IOException, InterruptedException {
        long begin;
        Process child = Child.start(task, folder);
        try (BufferedReader out = child.inputReader()) {
            readUntil(out, Child.STARTS);
            begin = System.nanoTime();
            readUntil(out, Child.DONE);
        }
        long took = System.nanoTime() - begin;
        assertEquals(0, child.waitFor());
        return took;
    }

    /** Starts the same work again and kills it at a moment up to a little after it is done, as a rule. */
    private void startAndKill(String task, long nanos) throws IOException, InterruptedException {
        Process child = Child.start(task, folder);
        try (BufferedReader out = child.inputReader()) {
            readUntil(out, Child.STARTS);
            boolean ended = child.waitFor((long) (random.nextDouble() * nanos * 1.2), TimeUnit.NANOSECONDS);
            // By its handle: the process object would close the stream, and what it holds still counts.
            child.toHandle().destroyForcibly();
            finished += ended || readUntil(out, Child.DONE) ? 1 : 0;
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    /** @return whether the line came; the process may have ended before */
    private static boolean readUntil(BufferedReader out, String wanted) throws IOException {
        String line = out.readLine();
        while (line != null && !line.equals(wanted)) {
            line = out.readLine();
        }
        return line != null;
    }

    private void tell(String work) {
        System.out.println(ROUNDS + " kills during " + work + ", " + finished + " of them after its end");
        assertTrue(finished < ROUNDS, "every kill came too late to prove anything");
    }

    @Test
    void anImportIsThereAsAWholeOrNotAtAll() throws IOException, InterruptedException {
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(Samples.register("RSK-1", Samples.risk("R-1", "Outage"))).to(store);
        }
        byte[] before = Files.readAllBytes(folder.resolve("workspace.mv.db"));
        long nanos = measure("import");
        for (int round = 1; round <= ROUNDS; round++) {
            // The same each time: only where it brings more than is there the store takes its way for many rows.
            Files.deleteIfExists(folder.resolve(".chartroom/head"));
            Files.write(folder.resolve("workspace.mv.db"), before);
            int finishedBefore = finished;
            startAndKill("import", nanos);
            try (H2WorkspaceStore store = open(OpenMode.READ_ONLY)) {
                Verified.clean(store);
            }
            try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
                long now = store.head().orElseThrow().number();
                assertTrue(now == 1 || now == 2, "round " + round + ": 1 became " + now);
                assertTrue(now == 2 || finished == finishedBefore, "round " + round + " lost an acknowledged import");
                assertEquals(now, store.artifacts().size());
                for (ArtifactInfo info : store.artifacts()) {
                    int risks = info.title().equals(Child.title(2)) ? Child.RISKS_OF_AN_IMPORT : 1;
                    assertEquals(risks, ((RiskRegister) store.load(info.id()).orElseThrow()).getRisks().size());
                }
                Verified.clean(store);
            }
        }
        tell("imports");
    }

    @Test
    void aMigrationIsDoneOrNotBegunAndTheContentIsTheSame() throws IOException, InterruptedException {
        byte[] original = restoreOldWorkspace();
        long nanos = measure("migrate");
        for (int round = 1; round <= ROUNDS; round++) {
            restoreOldWorkspace();
            startAndKill("migrate", nanos);
            try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
                MigrationTest.assertContent(store);
            }
            for (BackupInfo backup : new H2StoreProvider().backups(folder)) {
                assertArrayEquals(original, Files.readAllBytes(backup.file()), "round " + round);
            }
        }
        tell("migrations");
    }

    private byte[] restoreOldWorkspace() throws IOException {
        // What an earlier round noted of the newest revision belongs to another file.
        Files.deleteIfExists(folder.resolve(".chartroom/head"));
        try (InputStream in = KillDuringLongWorkTest.class
                .getResourceAsStream("/workspaces/schema-1/workspace.mv.db")) {
            byte[] content = in.readAllBytes();
            Files.write(folder.resolve("workspace.mv.db"), content);
            return content;
        }
    }

    @Test
    void aCompactionKeepsEveryRevision() throws IOException, InterruptedException {
        RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));
        Revision head;
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            head = new Commits().create(register).to(store);
        }
        long nanos = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            head = makeWaste(register, head);
            if (round == 0) {
                nanos = measure("compact");
            } else {
                startAndKill("compact", nanos);
            }
            try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
                assertEquals(head, store.head().orElseThrow());
                assertEquals(head.number(), store.revisions(Integer.MAX_VALUE).size());
                Verified.clean(store);
            }
        }
        tell("compactions");
    }

    private Revision makeWaste(RiskRegister register, Revision before) {
        Revision head = before;
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            for (int i = 0; i < COMMITS; i++) {
                register.setTitle(Child.title(head.number() + 1));
                head = new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
            }
        }
        return head;
    }
}
