package org.chartroom.variance.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.chart.Quadrants;
import org.chartroom.chart.Quadrants.Spot;
import org.chartroom.chart.Tone;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;

/** Cost against schedule performance of every line. */
public final class Performance {
    private Performance() {
    }

    /**
     * @param report a report
     * @return a point for each line that is no subtotal and has both indexes, and one for the total; empty when there is
     *         none
     */
    public static Optional<Quadrants> of(VarianceReport report) {
        ReportFigures figures = ReportFigures.of(report);
        List<Spot> spots = new ArrayList<>();
        for (VarianceLine line : report.getLines()) {
            if (!figures.isSubtotal(line)) {
                spot(shortName(line), figures.line(line), false, line).ifPresent(spots::add);
            }
        }
        spot(Messages.total, figures.total(), true, null).ifPresent(spots::add);
        return spots.isEmpty()
                ? Optional.empty()
                : Optional.of(new Quadrants(spots, BigDecimal.ONE, Messages.costAxis, Messages.scheduleAxis,
                        List.of(Messages.overCostAhead, Messages.underCostAhead, Messages.overCostLate,
                                Messages.underCostLate)));
    }

    /**
     * @param report a report
     * @return number of lines that have no point, because an index is not available
     */
    public static int missing(VarianceReport report) {
        ReportFigures figures = ReportFigures.of(report);
        return (int) report.getLines().stream().filter(line -> !figures.isSubtotal(line)).map(figures::line)
                .filter(line -> line.cpi().isEmpty() || line.spi().isEmpty()).count();
    }

    /** The code where there is one: titles would lie over each other. */
    private static String shortName(VarianceLine line) {
        return line.getCode() == null || line.getCode().isBlank() ? name(line) : line.getCode();
    }

    private static String name(VarianceLine line) {
        String code = line.getCode() == null ? "" : line.getCode();
        return (code + " " + (line.getTitle() == null ? "" : line.getTitle())).strip();
    }

    private static Optional<Spot> spot(String label, EarnedValue figures, boolean total, VarianceLine line) {
        return figures.cpi().flatMap(cpi -> figures.spi().map(spi -> new Spot(label, cpi, spi,
                Messages.bind(Messages.spotTip, new Object[]{line == null ? label : name(line),
                        Amounts.ratio(Optional.of(cpi)), Amounts.ratio(Optional.of(spi))}),
                tone(cpi, spi), total, line)));
    }

    private static Tone tone(BigDecimal cpi, BigDecimal spi) {
        boolean cost = cpi.compareTo(BigDecimal.ONE) >= 0;
        boolean schedule = spi.compareTo(BigDecimal.ONE) >= 0;
        return cost && schedule ? Tone.GOOD : cost || schedule ? Tone.WATCH : Tone.BAD;
    }
}
