package org.chartroom.variance.internal;

import static org.chartroom.model.variance.VariancePackage.Literals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.type.FormulaText;
import org.chartroom.model.variance.EacMethod;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The numbers that figures of earned value come from, for those that are more than one quotient of two others. */
final class VarianceNumbers {
    private final FormulaText text = new FormulaText();
    private final ReportFigures all;
    private final VarianceLine line;
    private final EarnedValue figures;

    /** @param line a line of the report; null for the whole of it */
    VarianceNumbers(ReportFigures all, VarianceLine line) {
        this.all = all;
        this.line = line;
        this.figures = line == null ? all.total() : all.line(line);
    }

    Optional<String> of(EStructuralFeature feature) {
        if (feature == Literals.MEASURED__ESTIMATE_AT_COMPLETION) {
            return Optional.of(estimate(all.report().getEacMethod()));
        }
        if (feature == Literals.MEASURED__BUDGET_AT_COMPLETION) {
            return Optional.of(budget());
        }
        if (feature == Literals.MEASURED__EARNED_SCHEDULE) {
            return all.earnedSchedule(line).map(this::earnedSchedule);
        }
        if (feature == Literals.MEASURED__TIME_INDEX) {
            return all.earnedSchedule(line).map(schedule -> text.of(schedule) + " / " + text.of(all.actualTime(line)));
        }
        if (feature == Literals.MEASURED__ACTUAL_COST) {
            return Optional.of(text.sum(toDate(Literals.LINE_FIGURE__ACTUAL)));
        }
        return status(feature);
    }

    private String estimate(EacMethod method) {
        String bac = text.of(figures.bac());
        String ev = text.of(figures.ev());
        String ac = text.of(figures.ac());
        return switch (method) {
            case BUDGET_OVER_CPI -> "BAC / CPI = " + bac + " / (" + ev + " / " + ac + ")";
            case REMAINING_AS_PLANNED -> "AC + (BAC \u2212 EV) = " + ac + " + (" + bac + " \u2212 " + ev + ")";
            case REMAINING_AT_CPI_SPI ->
                "AC + (BAC \u2212 EV) / (CPI \u00D7 SPI) = " + ac + " + (" + bac + " \u2212 " + ev
                        + ") / (" + ev + " / " + ac + " \u00D7 " + ev + " / " + text.of(figures.pv()) + ")";
            case BOTTOM_UP -> "AC + \u03A3 = " + ac + " + " + text.of(figures.forecast());
        };
    }

    /** What is planned for the periods, and what changes add to it. */
    private String budget() {
        List<BigDecimal> planned = new ArrayList<>(all.planned(line));
        BigDecimal changes = figures.bac().subtract(planned.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        planned.removeIf(amount -> amount.signum() == 0);
        return text.sum(planned) + (changes.signum() == 0 ? "" : " + \u0394 " + text.of(changes));
    }

    private String earnedSchedule(BigDecimal schedule) {
        int whole = schedule.intValue();
        List<BigDecimal> planned = all.planned(line);
        BigDecimal reached = planned.subList(0, Math.min(whole, planned.size())).stream().reduce(BigDecimal.ZERO,
                BigDecimal::add);
        String full = text.of(BigDecimal.valueOf(whole));
        return whole >= planned.size()
                ? full
                : full + " + (" + text.of(figures.ev()) + " \u2212 " + text.of(reached) + ") / "
                        + text.of(planned.get(whole));
    }

    private List<BigDecimal> toDate(EAttribute measure) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (var period : all.periods()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (VarianceLine one : line == null ? all.roots() : List.of(line)) {
                BigDecimal amount = all.sum(one, period, measure);
                sum = amount == null ? sum : sum.add(amount);
            }
            if (!period.getStartsOn().isAfter(all.date()) && sum.signum() != 0) {
                amounts.add(sum);
            }
        }
        return amounts;
    }

    private Optional<String> status(EStructuralFeature feature) {
        Optional<BigDecimal> share = feature == Literals.MEASURED__BUDGET_STATUS
                ? figures.budgetVarianceShare()
                : feature == Literals.MEASURED__COST_STATUS
                        ? figures.costVarianceShare().map(BigDecimal::negate)
                        : feature == Literals.MEASURED__SCHEDULE_STATUS
                                ? figures.scheduleVarianceShare().map(BigDecimal::negate)
                                : Optional.empty();
        return share.map(value -> percent(value) + "; < " + percent(all.report().getAmberThreshold()) + " < "
                + percent(all.report().getRedThreshold()));
    }

    private String percent(BigDecimal fraction) {
        return fraction == null ? "" : text.of(fraction.movePointRight(2).stripTrailingZeros()) + " %";
    }
}
