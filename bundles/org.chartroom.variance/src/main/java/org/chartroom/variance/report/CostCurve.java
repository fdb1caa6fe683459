package org.chartroom.variance.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.chart.LineStyle;
import org.chartroom.chart.TimeCurves;
import org.chartroom.chart.TimeCurves.At;
import org.chartroom.chart.TimeCurves.Line;
import org.chartroom.chart.TimeCurves.Mark;
import org.chartroom.chart.Tone;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.variance.EacMethod;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;

/** Planned, earned and actual money over time, and where the four estimates lead. */
public final class CostCurve {
    private CostCurve() {
    }

    /**
     * @param report a report
     * @return its S-curve; empty when nothing is planned
     */
    public static Optional<TimeCurves> of(VarianceReport report) {
        ReportFigures figures = ReportFigures.of(report);
        List<BigDecimal> planned = figures.planned(null);
        if (planned.stream().allMatch(amount -> amount.signum() == 0)) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Messages.planned, Tone.PLAN, LineStyle.DASHED, cumulative(figures, planned), ""));
        lines.add(new Line(Messages.earned, Tone.GOOD, LineStyle.DASH_DOTTED, history(figures, EarnedValue::ev), ""));
        lines.add(new Line(Messages.actual, Tone.BAD, LineStyle.SOLID, history(figures, EarnedValue::ac), ""));
        lines.addAll(fan(figures, figures.total()));
        return Optional.of(new TimeCurves(lines, Optional.of(new Mark(
                Messages.bind(Messages.statusDate, Amounts.date(figures.date())), figures.date())),
                Messages.bind(Messages.amountAxis, report.getCurrency())));
    }

    /**
     * @param method a method of estimating
     * @return what it is called
     */
    public static String label(EacMethod method) {
        return Presentation.label(VariancePackage.Literals.EAC_METHOD.getEEnumLiteral(method.getValue()));
    }

    private static List<At> cumulative(ReportFigures figures, List<BigDecimal> amounts) {
        List<At> points = new ArrayList<>();
        points.add(new At(figures.periods().get(0).getStartsOn(), BigDecimal.ZERO));
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < amounts.size(); i++) {
            sum = sum.add(amounts.get(i));
            points.add(new At(figures.periods().get(i).getEndsOn(), sum));
        }
        return points;
    }

    /** The figures as they stood at the end of each period to the status date, and at that date. */
    private static List<At> history(ReportFigures figures, Function<EarnedValue, BigDecimal> figure) {
        List<At> points = new ArrayList<>();
        points.add(new At(figures.periods().get(0).getStartsOn(), BigDecimal.ZERO));
        for (ReportPeriod period : figures.periods()) {
            if (period.getEndsOn().isBefore(figures.date())) {
                points.add(new At(period.getEndsOn(),
                        figure.apply(ReportFigures.at(figures.report(), period.getEndsOn()).total())));
            }
        }
        points.add(new At(figures.date(), figure.apply(figures.total())));
        return points;
    }

    /** A line from today's cost to each estimate. */
    private static List<Line> fan(ReportFigures figures, EarnedValue total) {
        record Estimate(String label, BigDecimal amount) {
        }
        List<Estimate> found = new ArrayList<>();
        for (EacMethod method : EacMethod.VALUES) {
            total.estimateAtCompletion(method, ReportFigures.digits(figures.report()))
                    .filter(amount -> method != EacMethod.BOTTOM_UP || total.forecast().signum() != 0)
                    .ifPresent(amount -> found.add(new Estimate(label(method), amount)));
        }
        found.sort(Comparator.comparing(Estimate::amount));
        LocalDate end = figures.periods().get(figures.periods().size() - 1).getEndsOn();
        List<Line> lines = new ArrayList<>();
        if (!end.isAfter(figures.date())) {
            return lines;
        }
        for (Estimate estimate : found) {
            lines.add(new Line(estimate.label(), Tone.WATCH, LineStyle.DOTTED,
                    List.of(new At(figures.date(), total.ac()), new At(end, estimate.amount())),
                    Amounts.compact(estimate.amount())));
        }
        return lines;
    }
}
