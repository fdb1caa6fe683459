package org.chartroom.risk.report;

import org.chartroom.risk.RiskSimulation.Effect;

/** How long the open risks delay together. */
public final class DelaySection extends SimulationSection {
    /** Made by the extension registry. */
    public DelaySection() {
        super(Effect.DELAY);
    }
}
