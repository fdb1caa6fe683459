package org.chartroom.vendor.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.chart.LineStyle;
import org.chartroom.chart.RankedBars;
import org.chartroom.chart.RankedBars.Bar;
import org.chartroom.chart.TimeCurves;
import org.chartroom.chart.TimeCurves.At;
import org.chartroom.chart.TimeCurves.Line;
import org.chartroom.chart.Tone;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.vendor.Grade;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.VendorPackage;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.vendor.PeriodScore;
import org.chartroom.vendor.ScorecardFigures;

/** The charts of vendor scorecards. */
public final class VendorCharts {
    private VendorCharts() {
    }

    /**
     * @param standings how vendors stand
     * @return those that were measured, the best score first
     */
    public static List<Standing> ranked(List<Standing> standings) {
        return standings.stream().filter(standing -> standing.score() != null)
                .sorted(Comparator.comparing(Standing::score).reversed()).toList();
    }

    /**
     * @param ranked vendors that were measured, the best first
     * @return a bar for the score of each
     */
    public static RankedBars ranking(List<Standing> ranked) {
        return new RankedBars(ranked.stream().map(standing -> new Bar(standing.vendor() + " ("
                + label(standing.grade()) + ")", standing.score(), tone(standing.grade()))).toList(),
                Messages.scoreAxis);
    }

    /**
     * @param grade a grade
     * @return what it is called
     */
    public static String label(Grade grade) {
        return Presentation.label(VendorPackage.Literals.GRADE.getEEnumLiteral(grade.getValue()));
    }

    private static Tone tone(Grade grade) {
        return switch (grade) {
            case A, B -> Tone.GOOD;
            case C -> Tone.WATCH;
            case D, F -> Tone.BAD;
        };
    }

    /**
     * @param scorecard a scorecard
     * @return its score over time; empty when nothing was measured
     */
    public static Optional<TimeCurves> scores(VendorScorecard scorecard) {
        ScorecardFigures figures = ScorecardFigures.of(scorecard);
        return curves(List.of(new Line(Messages.score, Tone.PLAN, LineStyle.SOLID,
                points(figures, period -> figures.score(period).map(PeriodScore::score)), "")), Messages.scoreAxis);
    }

    /**
     * @param scorecard a scorecard
     * @param metric one of its metrics
     * @return what was measured over time, against target and minimum; empty when nothing was measured
     */
    public static Optional<TimeCurves> metric(VendorScorecard scorecard, Metric metric) {
        ScorecardFigures figures = ScorecardFigures.of(scorecard);
        List<Line> lines = new ArrayList<>();
        List<At> values = points(figures, period -> figures.value(metric, period));
        lines.add(new Line(Messages.value, Tone.PLAN, LineStyle.SOLID, values, ""));
        if (!values.isEmpty()) {
            constant(Messages.target, Tone.GOOD, LineStyle.DASHED, metric.getTarget(), values).ifPresent(lines::add);
            constant(Messages.minimum, Tone.BAD, LineStyle.DOTTED, metric.getMinimum(), values)
                    .ifPresent(lines::add);
        }
        return curves(lines, metric.getUnit() == null ? "" : metric.getUnit());
    }

    private static Optional<TimeCurves> curves(List<Line> lines, String unit) {
        return lines.get(0).points().isEmpty()
                ? Optional.empty()
                : Optional.of(new TimeCurves(lines, Optional.empty(), unit));
    }

    private static Optional<Line> constant(String label, Tone tone, LineStyle style, BigDecimal amount,
            List<At> along) {
        return Optional.ofNullable(amount).map(level -> new Line(label, tone, style,
                List.of(new At(along.get(0).day(), level), new At(along.get(along.size() - 1).day(), level)), ""));
    }

    private static List<At> points(ScorecardFigures figures, Function<LocalDate, Optional<BigDecimal>> value) {
        List<At> points = new ArrayList<>();
        figures.periods().forEach(period -> value.apply(period)
                .ifPresent(amount -> points.add(new At(period, amount))));
        return points;
    }
}
