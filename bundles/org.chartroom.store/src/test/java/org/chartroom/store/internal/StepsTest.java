package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.model.Evidence;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends a process at each place between two writes in turn, as a kill would, and looks at what it left. The tasks are those of the
 * property chartroom.step.tasks, separated by commas.
 */
class StepsTest {
    static final PasswordPrompt PASSWORD = (folder, attempt) -> Optional.of("right".toCharArray());
    private static final List<String> TASKS = List.of(
            System.getProperty("chartroom.step.tasks", "one,many").split(","));
    private static final int MOST_STEPS = 200;

    @TempDir
    Path parent;

    private Path folder;
    private String id;
    private String sha256;

    @AfterEach
    void forget() {
        System.clearProperty(Child.STOP_AT);
    }

    private void makeWorkspace(boolean isProtected) throws IOException {
        folder = Files.createDirectory(parent.resolve("workspace"));
        RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", Child.title(1)));
        register.setTitle(Child.title(1));
        id = register.getId();
        try (H2WorkspaceStore store = open()) {
            sha256 = store.evidence().keep(new ByteArrayInputStream("proof".getBytes(StandardCharsets.UTF_8)),
                    new NullProgressMonitor());
            Evidence evidence = Samples.withId(Samples.MODEL.createEvidence());
            evidence.setName("proof");
            evidence.setUri("evidence/" + sha256);
            register.getEvidence().add(evidence);
            new Commits().create(register).to(store);
            store.backup();
        }
        if (isProtected) {
            new H2StoreProvider().protect(folder, PASSWORD, Optional.of("right".toCharArray()));
        }
    }

    private H2WorkspaceStore open() {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, OpenMode.CREATE, PASSWORD);
    }

    @Test
    void whereverAProcessEndsTheWorkspaceIsWholeAndNoAcknowledgedCommitIsLost()
            throws IOException, InterruptedException {
        for (String task : TASKS) {
            int step = 1;
            while (run(task, step)) {
                step++;
                assertTrue(step < MOST_STEPS, task);
            }
            assertTrue(step > 3, task + " passes no step");
            System.out.println(task + ": ended at each of " + (step - 1) + " places, nothing lost");
        }
    }

    /** @return whether the process ended before it was done */
    private boolean run(String task, int step) throws IOException, InterruptedException {
        makeWorkspace(task.equals("unprotect"));
        System.setProperty(Child.STOP_AT, Integer.toString(step));
        long acknowledged = 1;
        boolean isDone = false;
        Process child = Child.start(task, folder);
        try (BufferedReader out = child.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(Child.COMMITTED)) {
                    acknowledged = Long.parseLong(line.substring(Child.COMMITTED.length()));
                }
                isDone |= line.equals(Child.DONE);
                assertTrue(!line.startsWith(Child.FAILED), line);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        System.clearProperty(Child.STOP_AT);
        String place = task + ", step " + step;
        assertWhole(place, acknowledged);
        remove(folder);
        remove(parent.resolve("elsewhere"));
        return !isDone;
    }

    private void assertWhole(String place, long acknowledged) throws IOException {
        try (H2WorkspaceStore store = (H2WorkspaceStore) new H2StoreProvider().open(folder, OpenMode.READ_ONLY,
                PASSWORD)) {
            // Who only reads finds it whole as well, before anybody who writes could repair anything.
            assertEquals(List.of(), store.verify(Optional.empty()).problems(), place);
        }
        try (H2WorkspaceStore store = open()) {
            long head = store.head().orElseThrow().number();
            assertTrue(head == acknowledged || head == acknowledged + 1, place + ": " + head);
            RiskRegister loaded = (RiskRegister) store.load(id).orElseThrow();
            assertEquals(Child.title(head), loaded.getTitle(), place);
            try (InputStream in = store.evidence().read(sha256).orElseThrow()) {
                assertEquals("proof", new String(in.readAllBytes(), StandardCharsets.UTF_8), place);
            }
            assertEquals(List.of(), store.verify(Optional.empty()).problems(), place);
            assertEquals(List.of(),
                    store.warnings().stream().filter(warning -> !warning.contains("finished now")).toList(),
                    place);
        }
        assertSealedAlike(place);
    }

    /** Content that lies open beside an encrypted database is no secret, and what stays sealed without a key is lost. */
    private void assertSealedAlike(String place) throws IOException {
        boolean isSealed = KeyFile.isEncrypted(folder.resolve("workspace.mv.db"));
        assertEquals(isSealed, Files.exists(folder.resolve(KeyFile.NAME)), place);
        assertEquals(isSealed, Files.exists(folder.resolve("backups").resolve(KeyFile.NAME)), place);
        for (String kept : List.of("evidence", "backups/evidence")) {
            assertEquals(isSealed, SealedFiles.isSealed(folder.resolve(kept).resolve(sha256)), place + ": " + kept);
        }
        for (BackupInfo backup : new H2StoreProvider().backups(folder)) {
            assertEquals(isSealed, KeyFile.isEncrypted(backup.file()), place + ": " + backup.file());
        }
        assertFalse(Files.exists(folder.resolve(".chartroom/protecting")), place);
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
