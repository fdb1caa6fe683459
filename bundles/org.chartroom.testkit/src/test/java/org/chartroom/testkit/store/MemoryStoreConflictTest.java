package org.chartroom.testkit.store;

import java.time.Clock;

import org.chartroom.core.store.WorkspaceStore;

/** The store in memory keeps the contract. */
class MemoryStoreConflictTest extends StoreConflictContract {
    @Override
    protected WorkspaceStore create(Clock clock) {
        return new MemoryStore(clock);
    }
}
