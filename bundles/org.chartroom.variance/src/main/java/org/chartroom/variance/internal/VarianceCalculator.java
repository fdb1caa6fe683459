package org.chartroom.variance.internal;

import static org.chartroom.model.variance.VariancePackage.Literals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.core.evaluation.Calculator;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.variance.EacMethod;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;
import org.chartroom.variance.Thresholds;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The derived features of a variance report and its lines. */
public final class VarianceCalculator implements Calculator {
    private static final Map<EStructuralFeature, Function<Context, Object>> FORMULAS = formulas();

    /** A line, or a whole report where the line is null, with its figures. */
    private record Context(VarianceReport report, VarianceLine line, ReportFigures all, EarnedValue figures) {
        EacMethod method() {
            return report.getEacMethod();
        }

        int digits() {
            return ReportFigures.digits(report);
        }
    }

    private static Map<EStructuralFeature, Function<Context, Object>> formulas() {
        Map<EStructuralFeature, Function<Context, Object>> map = new HashMap<>();
        amount(map, Literals.MEASURED__PLANNED_VALUE, EarnedValue::pv);
        amount(map, Literals.MEASURED__EARNED_VALUE, EarnedValue::ev);
        amount(map, Literals.MEASURED__ACTUAL_COST, EarnedValue::ac);
        amount(map, Literals.MEASURED__BUDGET_AT_COMPLETION, EarnedValue::bac);
        amount(map, Literals.MEASURED__BUDGET_VARIANCE,
                figures -> figures.isActualKnown() ? figures.budgetVariance() : null);
        amount(map, Literals.MEASURED__COST_VARIANCE,
                figures -> figures.isEarnedKnown() && figures.isActualKnown() ? figures.costVariance() : null);
        amount(map, Literals.MEASURED__SCHEDULE_VARIANCE,
                figures -> figures.isEarnedKnown() ? figures.scheduleVariance() : null);
        amount(map, Literals.MEASURED__BOTTOM_UP_FORECAST, EarnedValue::forecast);
        optional(map, Literals.MEASURED__BUDGET_VARIANCE_PERCENT, context -> context.figures.budgetVarianceShare());
        optional(map, Literals.MEASURED__COST_VARIANCE_PERCENT, context -> context.figures.costVarianceShare());
        optional(map, Literals.MEASURED__SCHEDULE_VARIANCE_PERCENT,
                context -> context.figures.scheduleVarianceShare());
        optional(map, Literals.MEASURED__COST_PERFORMANCE_INDEX, context -> context.figures.cpi());
        optional(map, Literals.MEASURED__SCHEDULE_PERFORMANCE_INDEX, context -> context.figures.spi());
        optional(map, Literals.MEASURED__TCPI_BUDGET, context -> context.figures.tcpiBudget());
        optional(map, Literals.MEASURED__TCPI_ESTIMATE,
                context -> context.figures.tcpiEstimate(context.method(), context.digits()));
        optional(map, Literals.MEASURED__ESTIMATE_AT_COMPLETION,
                context -> context.figures.estimateAtCompletion(context.method(), context.digits()));
        optional(map, Literals.MEASURED__ESTIMATE_TO_COMPLETE,
                context -> context.figures.estimateToComplete(context.method(), context.digits())
                        .map(amount -> amount.setScale(context.digits(), RoundingMode.HALF_UP)));
        optional(map, Literals.MEASURED__VARIANCE_AT_COMPLETION,
                context -> context.figures.varianceAtCompletion(context.method(), context.digits())
                        .map(amount -> amount.setScale(context.digits(), RoundingMode.HALF_UP)));
        optional(map, Literals.MEASURED__EARNED_SCHEDULE, context -> context.all.earnedSchedule(context.line));
        optional(map, Literals.MEASURED__TIME_INDEX, context -> context.all.timeIndex(context.line));
        optional(map, Literals.MEASURED__BUDGET_STATUS,
                context -> Thresholds.of(context.report).budget(context.figures));
        optional(map, Literals.MEASURED__COST_STATUS, context -> Thresholds.of(context.report).cost(context.figures));
        optional(map, Literals.MEASURED__SCHEDULE_STATUS,
                context -> Thresholds.of(context.report).schedule(context.figures));
        return Map.copyOf(map);
    }

    /** Amounts are rounded here, where they are about to be shown. */
    private static void amount(Map<EStructuralFeature, Function<Context, Object>> map, EStructuralFeature feature,
            Function<EarnedValue, BigDecimal> formula) {
        map.put(feature, context -> {
            BigDecimal amount = formula.apply(context.figures);
            return amount == null ? null : amount.setScale(context.digits(), RoundingMode.HALF_UP);
        });
    }

    private static <T> void optional(Map<EStructuralFeature, Function<Context, Object>> map, EStructuralFeature feature,
            Function<Context, Optional<T>> formula) {
        map.put(feature, context -> formula.apply(context).orElse(null));
    }

    @Override
    public Object value(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
        Function<Context, Object> formula = FORMULAS.get(feature);
        if (formula == null) {
            return null;
        }
        if (owner instanceof VarianceReport report) {
            ReportFigures all = ReportFigures.of(report);
            return formula.apply(new Context(report, null, all, all.total()));
        }
        if (owner instanceof VarianceLine line && line.eContainer() instanceof VarianceReport report) {
            ReportFigures all = ReportFigures.of(report);
            return formula.apply(new Context(report, line, all, all.line(line)));
        }
        return null;
    }

    @Override
    public Optional<String> numbers(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
        if (owner instanceof VarianceReport report) {
            return new VarianceNumbers(ReportFigures.of(report), null).of(feature);
        }
        return owner instanceof VarianceLine line && line.eContainer() instanceof VarianceReport report
                ? new VarianceNumbers(ReportFigures.of(report), line).of(feature)
                : Optional.empty();
    }
}
