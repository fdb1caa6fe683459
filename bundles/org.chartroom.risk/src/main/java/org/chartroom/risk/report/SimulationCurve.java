package org.chartroom.risk.report;

import java.util.List;

import org.chartroom.chart.FractionCurve;
import org.chartroom.chart.FractionCurve.Mark;
import org.chartroom.risk.RiskSimulation;

/** The distribution of what the open risks cost together, as an S-curve. */
public final class SimulationCurve {
    /** The fractions that are told: P50 to P95. */
    public static final List<Double> PERCENTILES = List.of(0.5, 0.8, 0.9, 0.95);

    private static final double LOWEST = 0.0005;
    private static final double HIGHEST = 0.9995;

    private SimulationCurve() {
    }

    /**
     * @param outcome outcome of a simulation
     * @param currency currency of the register
     * @return the curve with its percentiles
     */
    public static FractionCurve of(RiskSimulation.Outcome outcome, String currency) {
        List<Mark> marks = PERCENTILES.stream()
                .map(share -> new Mark(label(share), outcome.percentile(share), share)).toList();
        return new FractionCurve(value -> 1 - outcome.exceedance(value), outcome.percentile(LOWEST),
                outcome.percentile(HIGHEST), marks, Messages.bind(Messages.costAxis, currency));
    }

    /**
     * @param fraction 0 to 1
     * @return what the percentile is called, for example P80
     */
    public static String label(double fraction) {
        return "P" + Math.round(fraction * 100);
    }
}
