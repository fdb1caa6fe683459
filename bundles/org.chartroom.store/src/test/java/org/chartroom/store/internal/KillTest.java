package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a committing process again and again; the number of rounds is the property chartroom.kill.rounds. */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("chartroom.kill.rounds", 10);
    private static final int MOST_COMMITS = 60;

    @TempDir
    Path folder;

    @Test
    void noAcknowledgedCommitIsLostWhenTheProcessIsKilled() throws IOException, InterruptedException {
        RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", Child.title(1)));
        register.setTitle(Child.title(1));
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(register).to(store);
        }
        if (Boolean.getBoolean("chartroom.encrypted")) {
            new H2StoreProvider().protect(folder, StepsTest.PASSWORD, Optional.of("right".toCharArray()));
        }
        Random random = new Random(20261122);
        long acknowledged = 1;
        long first = 1;
        for (int round = 1; round <= ROUNDS; round++) {
            acknowledged = Math.max(acknowledged, commitAndKill(random.nextInt(MOST_COMMITS)));
            try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
                long head = store.head().orElseThrow().number();
                // The last one may have been written although its acknowledgement did not get out.
                assertTrue(head == acknowledged || head == acknowledged + 1,
                        "round " + round + ": " + acknowledged + " acknowledged, " + head + " there");
                RiskRegister loaded = (RiskRegister) store.load(register.getId()).orElseThrow();
                assertEquals(Child.title(head), loaded.getTitle());
                assertEquals(Child.title(head), loaded.getRisks().get(0).getTitle());
                Verified.clean(store);
                acknowledged = head;
            }
        }
        assertTrue(acknowledged > first + ROUNDS, "hardly anything was committed");
        System.out.println(ROUNDS + " kills, " + (acknowledged - first) + " commits, none lost");
    }

    private H2WorkspaceStore open(OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode, StepsTest.PASSWORD);
    }

    /** @return number of the last commit that was acknowledged; 0 when there was none */
    private long commitAndKill(int commits) throws IOException, InterruptedException {
        Process child = Child.start("commit", folder);
        long last = 0;
        try (BufferedReader out = child.inputReader()) {
            String line = out.readLine();
            int seen = 0;
            while (line != null) {
                if (line.startsWith(Child.COMMITTED)) {
                    last = Long.parseLong(line.substring(Child.COMMITTED.length()));
                    seen++;
                }
                if (seen == commits) {
                    // By its handle: the process object would close the stream, and what it holds still counts.
                    child.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        return last;
    }
}
