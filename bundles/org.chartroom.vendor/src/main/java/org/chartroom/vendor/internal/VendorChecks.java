package org.chartroom.vendor.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.CheckSet;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.vendor.Measurement;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.MetricDirection;
import org.chartroom.model.vendor.VendorPackage;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.vendor.Attainment;
import org.chartroom.vendor.Periods;
import org.chartroom.vendor.ScorecardFigures;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** The rules of a vendor scorecard. */
public final class VendorChecks implements CheckSet {
    private static final String ID = "org.chartroom.vendor.";
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int WEIGHT_DIGITS = 2;

    @Override
    public Map<String, Check> checks() {
        return Map.of(ID + "weights", of(VendorChecks::checkWeights), ID + "weightNegative",
                each(VendorChecks::checkWeight), ID + "order", each(VendorChecks::checkOrder), ID + "missing",
                of(VendorChecks::checkMeasured), ID + "mustPass", of(VendorChecks::checkMustPass),
                ID + "duplicatePeriod", of(VendorChecks::checkDuplicates), ID + "noticePassed",
                of(VendorChecks::checkNoticePassed), ID + "noticeSoon", of(VendorChecks::checkNoticeSoon),
                ID + "exitPlan", of(VendorChecks::checkExitPlan));
    }

    private static Check of(BiConsumer<VendorScorecard, CheckContext> check) {
        return (scorecard, context) -> check.accept((VendorScorecard) scorecard, context);
    }

    private static Check each(BiConsumer<Metric, CheckContext> check) {
        return of((scorecard, context) -> scorecard.getMetrics().forEach(metric -> check.accept(metric, context)));
    }

    private static void checkWeights(VendorScorecard scorecard, CheckContext context) {
        BigDecimal sum = scorecard.getMetrics().stream().map(VendorChecks::weight).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        if (scorecard.getMetrics().isEmpty() || sum.compareTo(ALL) == 0) {
            return;
        }
        QuickFix[] fixes = sum.signum() <= 0
                ? new QuickFix[0]
                : new QuickFix[]{new QuickFix(Messages.weights_fix, domain -> scale(domain, scorecard, sum))};
        context.report(scorecard,
                VendorPackage.Literals.VENDOR_SCORECARD__METRICS,
                Messages.bind(Messages.weights, sum.stripTrailingZeros().toPlainString()), fixes);
    }

    /** Scales the weights; what rounding leaves goes to the first metric, so that the sum is exact. */
    private static Command scale(EditingDomain domain, VendorScorecard scorecard, BigDecimal sum) {
        CompoundCommand all = new CompoundCommand(Messages.weights_fix);
        BigDecimal rest = ALL;
        for (int i = scorecard.getMetrics().size() - 1; i >= 0; i--) {
            Metric metric = scorecard.getMetrics().get(i);
            BigDecimal weight = i == 0
                    ? rest
                    : weight(metric).multiply(ALL).divide(sum, WEIGHT_DIGITS, RoundingMode.HALF_UP);
            rest = rest.subtract(weight);
            all.append(SetCommand.create(domain, metric, VendorPackage.Literals.METRIC__WEIGHT,
                    weight.stripTrailingZeros()));
        }
        return all;
    }

    private static BigDecimal weight(Metric metric) {
        return metric.getWeight() == null ? BigDecimal.ZERO : metric.getWeight().max(BigDecimal.ZERO);
    }

    private static void checkWeight(Metric metric, CheckContext context) {
        if (metric.getWeight() != null && metric.getWeight().signum() < 0) {
            context.report(metric, VendorPackage.Literals.METRIC__WEIGHT,
                    Messages.bind(Messages.weightNegative, name(metric), metric.getWeight().toPlainString()),
                    fix(Messages.weightNegative_fix, domain -> SetCommand.create(domain, metric,
                            VendorPackage.Literals.METRIC__WEIGHT, BigDecimal.ZERO)));
        }
    }

    private static void checkOrder(Metric metric, CheckContext context) {
        if (!Attainment.isOrdered(metric)) {
            context.report(metric, VendorPackage.Literals.METRIC__MINIMUM,
                    Messages.bind(Messages.order, name(metric)), fix(Messages.order_fix, domain -> swap(domain,
                            metric)));
        }
    }

    private static Command swap(EditingDomain domain, Metric metric) {
        CompoundCommand both = new CompoundCommand(Messages.order_fix);
        both.append(SetCommand.create(domain, metric, VendorPackage.Literals.METRIC__TARGET, metric.getMinimum()));
        both.append(SetCommand.create(domain, metric, VendorPackage.Literals.METRIC__MINIMUM, metric.getTarget()));
        return both;
    }

    /** Where nothing was measured at all one finding says so, instead of one for each metric. */
    private static void checkMeasured(VendorScorecard scorecard, CheckContext context) {
        ScorecardFigures figures = ScorecardFigures.of(scorecard);
        LocalDate today = context.evaluation().today();
        if (figures.latestPeriod().isPresent()) {
            scorecard.getMetrics().forEach(metric -> checkMissing(scorecard, figures, metric, today, context));
            return;
        }
        List<LocalDate> due = figures.due(today);
        if (!scorecard.getMetrics().isEmpty() && !due.isEmpty()) {
            context.report(scorecard,
                    VendorPackage.Literals.VENDOR_SCORECARD__METRICS,
                    Messages.bind(Messages.missingAll, labels(scorecard, due)));
        }
    }

    private static String labels(VendorScorecard scorecard, List<LocalDate> periods) {
        return periods.stream().map(period -> Periods.label(period, scorecard.getPeriodLength()))
                .collect(Collectors.joining(", "));
    }

    private static void checkMissing(VendorScorecard scorecard, ScorecardFigures figures, Metric metric,
            LocalDate today, CheckContext context) {
        List<LocalDate> missing = figures.missing(metric, today);
        if (!missing.isEmpty()) {
            context.report(metric,
                    VendorPackage.Literals.METRIC__MEASUREMENTS,
                    Messages.bind(Messages.missing, name(metric), labels(scorecard, missing)));
        }
    }

    private static void checkMustPass(VendorScorecard scorecard, CheckContext context) {
        ScorecardFigures figures = ScorecardFigures.of(scorecard);
        figures.latestPeriod()
                .ifPresent(period -> scorecard.getMetrics().forEach(metric -> figures.value(metric, period)
                        .filter(value -> Attainment.isMissed(metric, value))
                        .ifPresent(value -> reportMissed(scorecard, metric, period, value, context))));
    }

    private static void reportMissed(VendorScorecard scorecard, Metric metric, LocalDate period, BigDecimal value,
            CheckContext context) {
        String text = metric.getDirection() == MetricDirection.LOWER_IS_BETTER
                ? Messages.mustPassLower
                : Messages.mustPass;
        String message = Messages.bind(text,
                new Object[]{name(metric), Periods.label(period, scorecard.getPeriodLength()), value.toPlainString(),
                        Attainment.limit(metric).orElseThrow().toPlainString()});
        context.report(metric, VendorPackage.Literals.METRIC__MUST_PASS, message,
                new RiskProposal(scorecard, metric, context.evaluation().today()).fixes(message));
    }

    private static void checkDuplicates(VendorScorecard scorecard, CheckContext context) {
        scorecard.getMetrics().forEach(metric -> checkDuplicates(scorecard, metric, context));
    }

    private static void checkDuplicates(VendorScorecard scorecard, Metric metric, CheckContext context) {
        Set<LocalDate> seen = new HashSet<>();
        for (Measurement measurement : metric.getMeasurements()) {
            if (measurement.getPeriod() == null) {
                continue;
            }
            LocalDate period = Periods.start(measurement.getPeriod(), scorecard.getPeriodLength());
            if (!seen.add(period)) {
                context.report(measurement,
                        VendorPackage.Literals.MEASUREMENT__PERIOD, Messages.bind(Messages.duplicatePeriod,
                                name(metric), Periods.label(period, scorecard.getPeriodLength())));
            }
        }
    }

    private static void checkNoticePassed(VendorScorecard scorecard, CheckContext context) {
        LocalDate today = context.evaluation().today();
        ScorecardFigures.of(scorecard).noticeDeadline().filter(deadline -> deadline.isBefore(today))
                .ifPresent(deadline -> context.report(scorecard.isAutoRenew() ? Severity.ERROR : Severity.WARNING,
                        scorecard, VendorPackage.Literals.VENDOR_SCORECARD__CONTRACT_END,
                        Messages.bind(
                                scorecard.isAutoRenew() ? Messages.noticePassed_renews : Messages.noticePassed_ends,
                                ValueTexts.date(deadline))));
    }

    private static void checkNoticeSoon(VendorScorecard scorecard, CheckContext context) {
        LocalDate today = context.evaluation().today();
        long most = context.parameter("days").longValue();
        ScorecardFigures.of(scorecard).noticeDeadline().ifPresent(deadline -> {
            long days = ChronoUnit.DAYS.between(today, deadline);
            if (days >= 0 && days <= most) {
                context.report(scorecard, VendorPackage.Literals.VENDOR_SCORECARD__CONTRACT_END,
                        Messages.bind(Messages.noticeSoon, ValueTexts.date(deadline), days));
            }
        });
    }

    private static void checkExitPlan(VendorScorecard scorecard, CheckContext context) {
        boolean none = scorecard.getExitPlan() == null || scorecard.getExitPlan().isBlank();
        if (none && Integer.valueOf(1).equals(scorecard.getTier())) {
            String service = Stream.of(scorecard.getService(), scorecard.getTitle(), scorecard.getKey())
                    .filter(text -> text != null && !text.isBlank()).findFirst()
                    .orElse(Presentation.label(scorecard.eClass()));
            context.report(scorecard,
                    VendorPackage.Literals.VENDOR_SCORECARD__EXIT_PLAN,
                    Messages.bind(Messages.exitPlan, service));
        }
    }

    private static String name(Metric metric) {
        return Stream.of(metric.getTitle(), metric.getKey()).filter(text -> text != null && !text.isBlank())
                .findFirst().orElse(Presentation.label(metric.eClass()));
    }

    private static QuickFix fix(String label, Function<EditingDomain, Command> command) {
        return new QuickFix(label, command);
    }

}
