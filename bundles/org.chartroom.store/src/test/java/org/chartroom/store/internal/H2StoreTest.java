package org.chartroom.store.internal;

import java.nio.file.Path;
import java.time.Clock;

import org.chartroom.core.store.WorkspaceStore;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.testkit.store.WorkspaceStoreContract;
import org.junit.jupiter.api.io.TempDir;

/** The store on H2 keeps the contract. */
class H2StoreTest extends WorkspaceStoreContract {
    @TempDir
    Path folder;

    @Override
    protected WorkspaceStore create(Clock clock) {
        return new H2StoreProvider(clock).open(folder, OpenMode.CREATE);
    }

    @Override
    protected WorkspaceStore reopened(WorkspaceStore open, Clock clock) {
        open.close();
        return create(clock);
    }
}
