package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full: a small one in memory, which only the superuser can make; skipped for others. */
class FullDiskTest {
    private static final int ROOM_KILOBYTES = 3_000;
    private static final int MOST_COMMITS = 10_000;

    @TempDir
    Path parent;

    private Path disk;
    private final RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    @BeforeEach
    void aSmallDisk() throws IOException, InterruptedException {
        disk = Files.createDirectory(parent.resolve("disk"));
        assumeTrue(Files.isExecutable(Path.of("/bin/mount")), "no mount on this machine");
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + ROOM_KILOBYTES + "k", "tmpfs", disk.toString()) == 0,
                "only the superuser can make a disk in memory");
    }

    @AfterEach
    void remove() throws IOException, InterruptedException {
        run("umount", disk.toString());
    }

    private long commit(H2WorkspaceStore store, String title) {
        register.setTitle(title);
        register.setSummary("filling the disk ".repeat(1_000) + title);
        return new Commits()
                .update(register, ModelPackage.Literals.SUBJECT__TITLE, ModelPackage.Literals.ARTIFACT__SUMMARY)
                .to(store).number();
    }

    @Test
    void itIsToldNothingAcknowledgedIsLostAndWithRoomTheSameStoreWorksAgain() throws IOException, InterruptedException {
        long acknowledged;
        try (H2WorkspaceStore store = (H2WorkspaceStore) new H2StoreProvider().open(disk, OpenMode.CREATE)) {
            acknowledged = new Commits().create(register).to(store).number();
            WorkspaceException full = null;
            while (full == null && acknowledged < MOST_COMMITS) {
                try {
                    acknowledged = commit(store, Child.title(acknowledged + 1));
                } catch (WorkspaceException e) {
                    full = e;
                }
            }
            assertEquals(Kind.DISK_FULL, full == null ? null : full.kind());
            assertThrows(WorkspaceException.class, () -> commit(store, "still full"));
            assertEquals(0, run("mount", "-o", "remount,size=" + 4 * ROOM_KILOBYTES + "k", disk.toString()));
            long next = commit(store, "room again");
            assertTrue(next == acknowledged + 1, acknowledged + " acknowledged, then " + next);
            acknowledged = next;
        }
        try (H2WorkspaceStore store = (H2WorkspaceStore) new H2StoreProvider().open(disk, OpenMode.READ_WRITE)) {
            assertEquals(acknowledged, store.head().orElseThrow().number());
            assertEquals("room again", ((RiskRegister) store.load(register.getId()).orElseThrow()).getTitle());
            Verified.clean(store);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6_000, 10_000, 14_000, 18_000, 22_000})
    void aLargeCommitIsToldLeavesNothingAndWithRoomTheSameStoreWorksAgain(int kilobytes)
            throws IOException, InterruptedException {
        assertEquals(0, run("mount", "-o", "remount,size=" + kilobytes + "k", disk.toString()));
        RiskRegister large = Child.many(2);
        try (H2WorkspaceStore store = (H2WorkspaceStore) new H2StoreProvider().open(disk, OpenMode.CREATE)) {
            new Commits().create(register).to(store);
            WorkspaceException full = assertThrows(WorkspaceException.class,
                    () -> new Commits().create(large).to(store));
            assertEquals(Kind.DISK_FULL, full.kind(), full.toString());
            assertEquals(0, run("mount", "-o", "remount,size=200m", disk.toString()));
            assertEquals(1, store.head().orElseThrow().number());
            Verified.clean(store);
            assertEquals(2, new Commits().create(large).to(store).number());
            Verified.clean(store);
        }
        try (H2WorkspaceStore store = (H2WorkspaceStore) new H2StoreProvider().open(disk, OpenMode.READ_ONLY)) {
            assertEquals(2, store.artifacts().size());
            Verified.clean(store);
        }
    }
}
