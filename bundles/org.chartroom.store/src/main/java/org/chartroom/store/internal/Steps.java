package org.chartroom.store.internal;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The places between two writes to the disk. A test that wants to know what a process leaves that is killed just there
 * starts one with the property chartroom.stop.at: it ends at the place of that number, as a killed one does. Random kills
 * hardly ever meet these windows.
 */
final class Steps {
    private static final int STOP_AT = Integer.getInteger("chartroom.stop.at", 0);
    private static final int KILLED = 137;
    private static final AtomicInteger PASSED = new AtomicInteger();

    private Steps() {
    }

    /** To be called between two writes that are to be one for whoever opens the workspace next. */
    static void passed() {
        if (STOP_AT > 0 && PASSED.incrementAndGet() == STOP_AT) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
