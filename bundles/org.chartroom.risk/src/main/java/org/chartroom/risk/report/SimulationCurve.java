package org.chartroom.risk.report;

import java.text.NumberFormat;
import java.util.List;

import org.chartroom.chart.FractionCurve;
import org.chartroom.chart.FractionCurve.Mark;
import org.chartroom.risk.RiskSimulation;
import org.chartroom.risk.RiskSimulation.Effect;

/**
 * The distribution of what the open risks cost together, or of how long they delay: a curve, and figures with their unit.
 *
 * @param outcome outcome of a simulation
 * @param effect what was simulated
 * @param currency currency of the register, an ISO 4217 code
 */
public record SimulationCurve(RiskSimulation.Outcome outcome, Effect effect, String currency) {
    /** The fractions that are told: P50 to P95. */
    public static final List<Double> PERCENTILES = List.of(0.5, 0.8, 0.9, 0.95);

    private static final double LOWEST = 0.0005;
    private static final double HIGHEST = 0.9995;

    /** @return the fraction of runs that do not exceed each total (S-curve), with its percentiles */
    public FractionCurve cumulative() {
        return curve(false);
    }

    /** @return the fraction of runs that exceed each total (loss exceedance curve), with the same percentiles */
    public FractionCurve exceedance() {
        return curve(true);
    }

    private FractionCurve curve(boolean exceeding) {
        List<Mark> marks = PERCENTILES.stream()
                .map(share -> new Mark(label(share), outcome.percentile(share), exceeding ? 1 - share : share))
                .toList();
        return new FractionCurve(value -> exceeding ? outcome.exceedance(value) : 1 - outcome.exceedance(value),
                outcome.percentile(LOWEST), outcome.percentile(HIGHEST), marks, effect == Effect.COST
                        ? Messages.bind(Messages.costAxis, currency)
                        : Messages.delayAxis);
    }

    /** @return the unit of the figures: the currency or days */
    public String unit() {
        return effect == Effect.COST ? currency : Messages.days;
    }

    /**
     * @param figure a figure of the outcome
     * @return it in words: money in whole units, days with one decimal place at most
     */
    public String number(double figure) {
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMaximumFractionDigits(effect == Effect.COST ? 0 : 1);
        String text = format.format(figure);
        // A little below 0 is 0, not "-0".
        return text.equals(format.format(-0.0)) ? format.format(0) : text;
    }

    /**
     * @param figure a figure of the outcome
     * @return it with its unit
     */
    public String text(double figure) {
        return number(figure) + " " + unit();
    }

    /**
     * @param fraction 0 to 1
     * @return what the percentile is called, for example P80
     */
    public static String label(double fraction) {
        return "P" + Math.round(fraction * 100);
    }
}
