package org.chartroom.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.chartroom.core.store.WorkspaceStore;

/** Sees to it that a workspace verifies without any finding. */
final class Verified {
    private Verified() {
    }

    static void clean(WorkspaceStore store) {
        assertEquals(List.of(), store.verify(Optional.empty()).problems());
    }
}
