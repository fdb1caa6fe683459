package org.chartroom.variance.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.chart.Tone;
import org.chartroom.chart.Waterfall;
import org.chartroom.chart.Waterfall.Step;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;

/** What leads from planned to actual cost. */
public final class PlanToActual {
    /** What lines are put together by. */
    public static final List<Grouping> GROUPINGS = List.of(new Grouping(Messages.byLine, PlanToActual::name),
            new Grouping(Messages.byCategory, line -> orNone(line.getCategory())),
            new Grouping(Messages.byCause, line -> Presentation.label(VariancePackage.Literals.CAUSE_CATEGORY
                    .getEEnumLiteral(line.getCause().getValue()))),
            new Grouping(Messages.byOwner, line -> line.getOwner() == null
                    ? Messages.none
                    : ValueTexts.name(line.getOwner())));

    private static final int STEPS = 8;

    /**
     * What the lines of one step have in common.
     *
     * @param label what it is called
     * @param key gives what they have in common
     */
    public record Grouping(String label, Function<VarianceLine, String> key) {
    }

    private PlanToActual() {
    }

    /**
     * @param report a report
     * @param grouping what lines are put together by
     * @return the steps from the planned to the actual cost; empty when there is neither
     */
    public static Optional<Waterfall> of(VarianceReport report, Grouping grouping) {
        ReportFigures figures = ReportFigures.of(report);
        EarnedValue total = figures.total();
        if (total.pv().signum() == 0 && total.ac().signum() == 0) {
            return Optional.empty();
        }
        Map<String, BigDecimal> byKey = new LinkedHashMap<>();
        for (VarianceLine line : report.getLines()) {
            byKey.merge(grouping.key().apply(line), figures.contribution(line).budgetVariance(), BigDecimal::add);
        }
        return Optional.of(new Waterfall(steps(total, byKey), Messages.bind(Messages.amount, report.getCurrency())));
    }

    /**
     * @param report a report
     * @return one sentence on the two ends of the steps
     */
    public static String note(VarianceReport report) {
        ReportFigures figures = ReportFigures.of(report);
        return Messages.bind(Messages.waterfallNote, new Object[]{Amounts.date(figures),
                Amounts.whole(figures.total().pv()) + " " + report.getCurrency(),
                Amounts.whole(figures.total().ac())});
    }

    private static String name(VarianceLine line) {
        String title = line.getTitle() == null ? "" : line.getTitle();
        return line.getCode() == null ? orNone(title) : (line.getCode() + " " + title).strip();
    }

    private static String orNone(String text) {
        return text == null || text.isBlank() ? Messages.none : text;
    }

    /** The largest differences first; what is small stands together. */
    private static List<Step> steps(EarnedValue total, Map<String, BigDecimal> byKey) {
        List<Map.Entry<String, BigDecimal>> largest = byKey.entrySet().stream()
                .filter(entry -> entry.getValue().signum() != 0)
                .sorted(Comparator.comparing((Map.Entry<String, BigDecimal> entry) -> entry.getValue().abs())
                        .reversed())
                .toList();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Messages.planned, total.pv(), true, Tone.PLAN, Amounts.whole(total.pv())));
        largest.stream().limit(STEPS).forEach(entry -> steps.add(step(entry.getKey(), entry.getValue())));
        if (largest.size() > STEPS) {
            steps.add(step(Messages.others, largest.stream().skip(STEPS).map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        steps.add(new Step(Messages.actual, total.ac(), true, Tone.QUIET, Amounts.whole(total.ac())));
        return steps;
    }

    private static Step step(String label, BigDecimal amount) {
        return new Step(label, amount, false, amount.signum() > 0 ? Tone.BAD : Tone.GOOD, Amounts.signed(amount));
    }
}
