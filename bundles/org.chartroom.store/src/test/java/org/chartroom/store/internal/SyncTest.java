package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.chartroom.core.workspace.OpenMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listens to the calls a committing process makes to the operating system; needs strace, which releng/test sees to. */
class SyncTest {
    private static final int COMMITS = 25;
    private static final Pattern WRITTEN = Pattern.compile("pwrite\\w*\\(\\d+<[^>]*workspace\\.mv\\.db>.*");
    private static final Pattern SYNCED = Pattern.compile("f(data)?sync\\(\\d+<[^>]*workspace\\.mv\\.db>.*");

    @TempDir
    Path folder;

    private static boolean canTrace() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-o", "/dev/null", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void everyCommitIsSyncedBetweenItsLastWriteAndItsAcknowledgement() throws IOException, InterruptedException {
        assumeTrue(canTrace(), "there is no strace, or it may not trace");
        try (H2WorkspaceStore store = (H2WorkspaceStore) new H2StoreProvider().open(folder, OpenMode.CREATE)) {
            new Commits().create(Samples.register("RSK-1", Samples.risk("R-1", "Outage"))).to(store);
        }
        Path calls = folder.resolve("calls.txt");
        Process child = Child.start("set -- strace -f -y -o '" + calls
                + "' -e trace=write,pwrite64,pwritev,fsync,fdatasync \"$@\"; ", "commit", folder);
        try (BufferedReader out = child.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.equals(Child.COMMITTED + (COMMITS + 1))) {
                line = out.readLine();
            }
        } finally {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly().waitFor();
        }
        List<String> unsynced = new ArrayList<>();
        int acknowledged = 0;
        boolean written = false;
        boolean synced = false;
        for (String call : Files.readAllLines(calls)) {
            String what = call.replaceFirst("^\\d+ +", "");
            if (WRITTEN.matcher(what).matches()) {
                written = true;
                synced = false;
            } else if (SYNCED.matcher(what).matches()) {
                synced = true;
            } else if (what.startsWith("write(1<") && what.contains(Child.COMMITTED) && !what.contains("EPIPE")) {
                // After enough commits nobody listens any more, and the trace ends in the middle: that is told to nobody.
                acknowledged++;
                if (!written || !synced) {
                    unsynced.add(what);
                }
                written = false;
            }
        }
        assertEquals(List.of(), unsynced);
        assertTrue(acknowledged >= COMMITS, acknowledged + " commits were seen");
    }
}
