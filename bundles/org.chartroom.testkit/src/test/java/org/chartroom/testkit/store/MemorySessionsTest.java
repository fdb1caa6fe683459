package org.chartroom.testkit.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.store.StoreProvider;
import org.chartroom.core.store.WorkspaceStore;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Restoration;
import org.chartroom.core.workspace.Workspace;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Sessions in threads over the store in memory. */
class MemorySessionsTest {
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void everyCommitSawWhatItChangedAndNoneIsLost(@ForAll long seed) throws Exception {
        try (Workspace workspace = new DefaultWorkspaces(new Memory()).open(Path.of("memory"), OpenMode.CREATE,
                "tester")) {
            SessionsAgainstModel.check(workspace, seed);
        }
    }

    /** Opens a new store each time. */
    private static final class Memory implements StoreProvider {
        @Override
        public WorkspaceStore open(Path folder, OpenMode mode, PasswordPrompt prompt) {
            return new MemoryStore(Clock.systemUTC());
        }

        @Override
        public List<BackupInfo> backups(Path folder) {
            return List.of();
        }

        @Override
        public Restoration restore(Path folder, Path backup, PasswordPrompt prompt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void protect(Path folder, PasswordPrompt prompt, Optional<char[]> password) {
            throw new UnsupportedOperationException();
        }
    }
}
