package org.chartroom.store.internal;

import java.nio.file.Files;
import java.nio.file.Path;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.testkit.store.SessionsAgainstModel;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Sessions in threads over the store on H2. */
class SessionsTest {
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void everyCommitSawWhatItChangedAndNoneIsLost(@ForAll long seed) throws Exception {
        Path folder = Files.createTempDirectory("sessions");
        try (Workspace workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE,
                "tester")) {
            SessionsAgainstModel.check(workspace, seed);
        } finally {
            Folders.delete(folder);
        }
    }
}
