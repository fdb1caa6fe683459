package org.chartroom.core.evaluation;

import java.time.Clock;

/**
 * The clock of the machine. Nobody else asks the machine for the time: a workspace hands its own clock on, see
 * {@link org.chartroom.core.workspace.Workspace#clock}, and what is computed gets the moment from its {@link Evaluation}.
 */
public final class SystemClock {
    private SystemClock() {
    }

    /** @return the clock of the machine, in the zone of the machine */
    public static Clock get() {
        return Clock.systemDefaultZone();
    }
}
