package org.chartroom.testkit.store;

import java.time.Clock;

import org.chartroom.core.evaluation.SystemClock;
import org.chartroom.core.store.WorkspaceStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of stores share: a new store for each test. */
abstract class StoreContract {
    /** The open store. */
    WorkspaceStore store;

    /**
     * @param clock tells the time of revisions
     * @return a new store without content
     */
    protected abstract WorkspaceStore create(Clock clock);

    @BeforeEach
    void open() {
        store = create(SystemClock.get());
    }

    @AfterEach
    void close() {
        store.close();
    }
}
