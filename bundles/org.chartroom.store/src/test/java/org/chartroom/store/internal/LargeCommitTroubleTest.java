package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.store.internal.LossyFileSystem.Trouble;
import org.chartroom.store.internal.file.FileKey;
import org.chartroom.store.internal.file.LeftTransactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Disks that can't be written any more from any write of a large commit on. Such a commit is written in parts, and its
 * rows become committed ones in parts. Only every so many writes are tried; the property chartroom.trouble.step says how
 * many.
 */
class LargeCommitTroubleTest {
    private static final int STEP = Integer.getInteger("chartroom.trouble.step", 2);

    @TempDir
    Path folder;

    private final RiskRegister small = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));
    private final RiskRegister large = Child.many(2);
    private byte[] before;

    @BeforeEach
    void aWorkspaceOnSuchADisk() throws IOException {
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(small).to(store);
        }
        before = Files.readAllBytes(file());
        LossyFileSystem.use();
    }

    @AfterEach
    void aSoundDiskAgain() {
        LossyFileSystem.remove();
    }

    private Path file() {
        return folder.resolve("workspace.mv.db");
    }

    private H2WorkspaceStore open(OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode);
    }

    private void startAnew() throws IOException {
        Files.deleteIfExists(folder.resolve(".chartroom/head"));
        Files.write(file(), before);
        LossyFileSystem.begin(before);
    }

    private void assertThere(H2WorkspaceStore store, long acknowledged, String place) {
        assertEquals(acknowledged, store.head().orElseThrow().number(), place);
        assertEquals(acknowledged, store.artifacts().size(), place);
        Verified.clean(store);
    }

    private void assertTheNextOneWorks(H2WorkspaceStore store, long acknowledged, String place) {
        small.setTitle(place);
        assertEquals(acknowledged + 1,
                new Commits().update(small, ModelPackage.Literals.SUBJECT__TITLE).to(store).number(), place);
        Verified.clean(store);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void aLargeCommitThatCanNotBeWrittenIsThereWhenItIsAcknowledgedAndLeavesNothingWhenNot(Trouble trouble)
            throws IOException {
        int refused = 0;
        int halfDone = 0;
        boolean hasFailed = true;
        for (int write = 1; hasFailed; write += STEP) {
            String place = trouble + " from write " + write;
            startAnew();
            Path left = folder.resolve("left.mv.db");
            long acknowledged = 1;
            try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
                LossyFileSystem.failFrom(write, trouble);
                try {
                    acknowledged = new Commits().create(large).to(store).number();
                } catch (WorkspaceException e) {
                    refused++;
                    assertEquals(trouble == Trouble.BROKEN ? Kind.FAILED : Kind.DISK_FULL, e.kind(), place);
                }
                Files.copy(file(), left);
                hasFailed = LossyFileSystem.endTrouble();
                assertThere(store, acknowledged, place);
                assertTheNextOneWorks(store, acknowledged, place);
            }
            halfDone += isHalfDone(left) ? 1 : 0;
            assertOpensAsItWasLeft(left, acknowledged, place);
            Files.delete(left);
        }
        System.out.println(refused + " large commits refused, disk " + trouble + ", " + halfDone + " left half done");
        assertTrue(halfDone > 0, "no commit was left half done");
    }

    private static boolean isHalfDone(Path left) throws IOException {
        Path copy = Files.copy(left, left.resolveSibling("copy.mv.db"));
        try {
            Recovery.findNewest(copy, FileKey.NONE);
            return LeftTransactions.find(copy, FileKey.NONE) == LeftTransactions.Found.HALF_COMMITTED;
        } finally {
            Files.delete(copy);
        }
    }

    /** What another process finds when the one that failed ended without doing anything more. */
    private void assertOpensAsItWasLeft(Path left, long acknowledged, String place) throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.copy(left, other.resolve(file().getFileName()));
        Path own = folder;
        folder = other;
        try {
            try (H2WorkspaceStore store = open(OpenMode.READ_ONLY)) {
                assertThere(store, acknowledged, place);
            }
            try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
                assertThere(store, acknowledged, place);
                if (acknowledged == 1) {
                    assertEquals(2, new Commits().create(large).to(store).number(), place);
                    assertThere(store, 2, place);
                }
            }
        } finally {
            folder = own;
            StepsTest.remove(other);
        }
    }
}
