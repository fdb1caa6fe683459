package org.chartroom.vendor.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.chartroom.chart.Timeline;
import org.chartroom.chart.Tone;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.vendor.Grade;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.VendorPackage;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.vendor.PeriodScore;
import org.chartroom.vendor.ScorecardFigures;

/** The charts of vendor scorecards. */
public final class VendorCharts {
    /** Days before the last day to give notice from which on it is time to think of it. */
    public static final int SOON = 60;

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
     * @param standing a vendor
     * @param ranked vendors that were measured
     * @return its place among them, 1 for the best; vendors with equal scores share one
     */
    public static int rank(Standing standing, List<Standing> ranked) {
        return 1 + (int) ranked.stream().filter(other -> other.score().compareTo(standing.score()) > 0).count();
    }

    /**
     * @param standings how vendors stand
     * @param today the day that counts as today
     * @return a calendar of their contracts, the next notice first: a bar from the last day to give notice to the end of the
     *         contract for each; empty when no contract is known
     */
    public static Optional<Timeline> renewals(List<Standing> standings, LocalDate today) {
        List<Timeline.Bar> bars = standings.stream().filter(standing -> standing.noticeDeadline() != null)
                .sorted(Comparator.comparing(Standing::noticeDeadline))
                .map(standing -> new Timeline.Bar(standing.vendor() + " (" + standing.key() + ")",
                        start(standing.noticeDeadline()), start(standing.contractEnd().plusDays(1)),
                        urgency(standing), notice(standing)))
                .toList();
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Timeline(bars, Optional.of(start(today)), Messages.today));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    private static Tone urgency(Standing standing) {
        if (standing.daysToNotice() < 0) {
            return Tone.BAD;
        }
        return standing.daysToNotice() <= SOON ? Tone.WATCH : Tone.PLAN;
    }

    private static String notice(Standing standing) {
        String day = ValueTexts.current().text(null, standing.noticeDeadline());
        return standing.daysToNotice() < 0
                ? Messages.bind(standing.autoRenew() ? Messages.noticePassedRenews : Messages.noticePassed, day)
                : Messages.bind(Messages.noticeBy, day, standing.daysToNotice());
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
        String name = metric.getTitle() == null ? ValueTexts.name(metric) : metric.getTitle();
        boolean unit = metric.getUnit() != null && !metric.getUnit().isBlank();
        return curves(lines, unit ? Messages.bind(Messages.metricAxis, name, metric.getUnit()) : name);
    }

    private static Optional<TimeCurves> curves(List<Line> lines, String axis) {
        return lines.get(0).points().isEmpty()
                ? Optional.empty()
                : Optional.of(new TimeCurves(lines, Optional.empty(), axis));
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
