package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks that lose power or fail. The number of commits during which the power goes again and again is the property
 * chartroom.power.commits.
 */
class PowerLossTest {
    private static final int COMMITS = Integer.getInteger("chartroom.power.commits", 15);

    @TempDir
    Path folder;

    private final RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));

    private record Image(byte[] content, long acknowledged) {
    }

    @BeforeEach
    void aWorkspaceOnSuchADisk() throws IOException {
        try (H2WorkspaceStore store = open()) {
            new Commits().create(register).to(store);
        }
        LossyFileSystem.begin(Files.readAllBytes(file()));
        LossyFileSystem.use();
    }

    @AfterEach
    void aSoundDiskAgain() {
        LossyFileSystem.remove();
    }

    private Path file() {
        return folder.resolve("workspace.mv.db");
    }

    private H2WorkspaceStore open() {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, OpenMode.CREATE);
    }

    private long commit(H2WorkspaceStore store, String title) {
        register.setTitle(title);
        register.getRisks().get(0).setTitle(title);
        return new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE)
                .update(register.getRisks().get(0), ModelPackage.Literals.SUBJECT__TITLE).to(store).number();
    }

    @Test
    void acknowledgedCommitsSurviveALossOfPowerAtAnyWrite() throws IOException {
        AtomicLong acknowledged = new AtomicLong(1);
        List<Image> images = new ArrayList<>();
        try (H2WorkspaceStore store = open()) {
            LossyFileSystem.losePower(new Random(20261122),
                    content -> images.add(new Image(content, acknowledged.get())));
            for (int i = 0; i < COMMITS; i++) {
                acknowledged.set(commit(store, Child.title(acknowledged.get() + 1)));
            }
        }
        aSoundDiskAgain();
        for (Image image : images) {
            // The note is not synced: at the worst it is lost.
            Files.deleteIfExists(folder.resolve(".chartroom/head"));
            Files.write(file(), image.content);
            try (H2WorkspaceStore store = open()) {
                long head = store.head().orElseThrow().number();
                assertTrue(head == image.acknowledged || head == image.acknowledged + 1,
                        image.acknowledged + " acknowledged, " + head + " there");
                RiskRegister loaded = (RiskRegister) store.load(register.getId()).orElseThrow();
                String title = head == 1 ? "Register RSK-1" : Child.title(head);
                assertEquals(title, loaded.getTitle());
                assertEquals(head == 1 ? "Outage" : title, loaded.getRisks().get(0).getTitle());
                Verified.clean(store);
            }
        }
        System.out.println(images.size() + " losses of power during " + COMMITS + " commits, no acknowledged one lost");
        assertTrue(images.size() > COMMITS);
    }

    @Test
    void aCommitDuringWhichTheDiskFailsIsWholeOrAbsentAndTheNextOneWorks() throws IOException {
        byte[] before = Files.readAllBytes(file());
        int failed = 0;
        for (int call = 1;; call++) {
            Files.deleteIfExists(folder.resolve(".chartroom/head"));
            Files.write(file(), before);
            LossyFileSystem.begin(before);
            register.setTitle("Register RSK-1");
            long acknowledged = 1;
            try (H2WorkspaceStore store = open()) {
                LossyFileSystem.failAt(call);
                try {
                    acknowledged = commit(store, "first " + call);
                } catch (WorkspaceException e) {
                    failed++;
                    assertTrue(e.getMessage().endsWith("."), e.getMessage());
                }
                boolean hasFailed = LossyFileSystem.hasFailed();
                LossyFileSystem.failAt(0);
                long second = commit(store, "second " + call);
                assertTrue(second == acknowledged + 1 || hasFailed && second == acknowledged + 2,
                        "call " + call + ": " + acknowledged + " acknowledged, then " + second);
                Verified.clean(store);
                if (!hasFailed) {
                    break;
                }
            }
            try (H2WorkspaceStore store = open()) {
                assertEquals("second " + call,
                        ((RiskRegister) store.load(register.getId()).orElseThrow()).getTitle());
                Verified.clean(store);
            }
        }
        System.out.println(failed + " commits refused because the disk failed");
        assertTrue(failed > 0);
    }
}
