package org.chartroom.store.internal;

import java.nio.file.Path;
import java.time.Clock;

import org.chartroom.core.store.WorkspaceStore;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.testkit.store.StoreConflictContract;
import org.junit.jupiter.api.io.TempDir;

/** The store on H2 keeps the contract. */
class H2StoreConflictTest extends StoreConflictContract {
    @TempDir
    Path folder;

    @Override
    protected WorkspaceStore create(Clock clock) {
        return new H2StoreProvider(clock).open(folder, OpenMode.CREATE);
    }
}
