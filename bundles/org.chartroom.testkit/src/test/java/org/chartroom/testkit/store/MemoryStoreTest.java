package org.chartroom.testkit.store;

import java.time.Clock;

import org.chartroom.core.store.WorkspaceStore;

/** The store in memory keeps the contract. */
class MemoryStoreTest extends WorkspaceStoreContract {
    @Override
    protected WorkspaceStore create(Clock clock) {
        return new MemoryStore(clock);
    }

    @Override
    protected WorkspaceStore reopened(WorkspaceStore open, Clock clock) {
        return ((MemoryStore) open).reopened(clock);
    }
}
