package org.chartroom.vendor.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
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
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** The rules of a vendor scorecard. */
public final class VendorChecks implements Check {
    private static final String ID = "org.chartroom.vendor.";
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int NOTICE_DAYS = 60;
    private static final int WEIGHT_DIGITS = 2;

    @Override
    public void check(Artifact artifact, Evaluation evaluation, Consumer<Finding> findings) {
        LocalDate today = evaluation.today();
        VendorScorecard scorecard = (VendorScorecard) artifact;
        ScorecardFigures figures = ScorecardFigures.of(scorecard);
        checkWeights(scorecard, findings);
        checkMeasured(scorecard, figures, today, findings);
        for (Metric metric : scorecard.getMetrics()) {
            checkMetric(metric, findings);
            if (figures.latestPeriod().isPresent()) {
                checkMissing(scorecard, figures, metric, today, findings);
            }
            checkMustPass(scorecard, figures, metric, today, findings);
            checkDuplicates(scorecard, metric, findings);
        }
        checkNotice(scorecard, figures, today, findings);
        checkExitPlan(scorecard, findings);
    }

    private static void checkWeights(VendorScorecard scorecard, Consumer<Finding> findings) {
        BigDecimal sum = scorecard.getMetrics().stream().map(VendorChecks::weight).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        if (scorecard.getMetrics().isEmpty() || sum.compareTo(ALL) == 0) {
            return;
        }
        QuickFix[] fixes = sum.signum() <= 0
                ? new QuickFix[0]
                : new QuickFix[]{new QuickFix(Messages.weights_fix, domain -> scale(domain, scorecard, sum))};
        findings.accept(finding("weights", Severity.WARNING, scorecard,
                VendorPackage.Literals.VENDOR_SCORECARD__METRICS,
                Messages.bind(Messages.weights, sum.stripTrailingZeros().toPlainString()), fixes));
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

    private static void checkMetric(Metric metric, Consumer<Finding> findings) {
        if (metric.getWeight() != null && metric.getWeight().signum() < 0) {
            findings.accept(finding("weightNegative", Severity.ERROR, metric, VendorPackage.Literals.METRIC__WEIGHT,
                    Messages.bind(Messages.weightNegative, name(metric), metric.getWeight().toPlainString()),
                    fix(Messages.weightNegative_fix, domain -> SetCommand.create(domain, metric,
                            VendorPackage.Literals.METRIC__WEIGHT, BigDecimal.ZERO))));
        }
        if (!Attainment.isOrdered(metric)) {
            findings.accept(finding("order", Severity.ERROR, metric, VendorPackage.Literals.METRIC__MINIMUM,
                    Messages.bind(Messages.order, name(metric)), fix(Messages.order_fix, domain -> swap(domain,
                            metric))));
        }
    }

    private static Command swap(EditingDomain domain, Metric metric) {
        CompoundCommand both = new CompoundCommand(Messages.order_fix);
        both.append(SetCommand.create(domain, metric, VendorPackage.Literals.METRIC__TARGET, metric.getMinimum()));
        both.append(SetCommand.create(domain, metric, VendorPackage.Literals.METRIC__MINIMUM, metric.getTarget()));
        return both;
    }

    /** Where nothing was measured at all one finding says so, instead of one for each metric. */
    private static void checkMeasured(VendorScorecard scorecard, ScorecardFigures figures, LocalDate today,
            Consumer<Finding> findings) {
        List<LocalDate> due = figures.due(today);
        if (figures.latestPeriod().isEmpty() && !scorecard.getMetrics().isEmpty() && !due.isEmpty()) {
            findings.accept(finding("missing", Severity.WARNING, scorecard,
                    VendorPackage.Literals.VENDOR_SCORECARD__METRICS,
                    Messages.bind(Messages.missingAll, labels(scorecard, due))));
        }
    }

    private static String labels(VendorScorecard scorecard, List<LocalDate> periods) {
        return periods.stream().map(period -> Periods.label(period, scorecard.getPeriodLength()))
                .collect(Collectors.joining(", "));
    }

    private static void checkMissing(VendorScorecard scorecard, ScorecardFigures figures, Metric metric,
            LocalDate today, Consumer<Finding> findings) {
        List<LocalDate> missing = figures.missing(metric, today);
        if (!missing.isEmpty()) {
            findings.accept(finding("missing", Severity.WARNING, metric,
                    VendorPackage.Literals.METRIC__MEASUREMENTS,
                    Messages.bind(Messages.missing, name(metric), labels(scorecard, missing))));
        }
    }

    private static void checkMustPass(VendorScorecard scorecard, ScorecardFigures figures, Metric metric,
            LocalDate today, Consumer<Finding> findings) {
        figures.latestPeriod().ifPresent(period -> figures.value(metric, period)
                .filter(value -> Attainment.isMissed(metric, value)).ifPresent(value -> {
                    String text = metric.getDirection() == MetricDirection.LOWER_IS_BETTER
                            ? Messages.mustPassLower
                            : Messages.mustPass;
                    String message = Messages.bind(text,
                            new Object[]{name(metric), Periods.label(period, scorecard.getPeriodLength()),
                                    value.toPlainString(), Attainment.limit(metric).orElseThrow().toPlainString()});
                    findings.accept(finding("mustPass", Severity.ERROR, metric,
                            VendorPackage.Literals.METRIC__MUST_PASS, message,
                            new RiskProposal(scorecard, metric, today).fixes(message)));
                }));
    }

    private static void checkDuplicates(VendorScorecard scorecard, Metric metric, Consumer<Finding> findings) {
        Set<LocalDate> seen = new HashSet<>();
        for (Measurement measurement : metric.getMeasurements()) {
            if (measurement.getPeriod() == null) {
                continue;
            }
            LocalDate period = Periods.start(measurement.getPeriod(), scorecard.getPeriodLength());
            if (!seen.add(period)) {
                findings.accept(finding("duplicatePeriod", Severity.WARNING, measurement,
                        VendorPackage.Literals.MEASUREMENT__PERIOD, Messages.bind(Messages.duplicatePeriod,
                                name(metric), Periods.label(period, scorecard.getPeriodLength()))));
            }
        }
    }

    private static void checkNotice(VendorScorecard scorecard, ScorecardFigures figures, LocalDate today,
            Consumer<Finding> findings) {
        if (figures.noticeDeadline().isEmpty()) {
            return;
        }
        LocalDate deadline = figures.noticeDeadline().get();
        long days = ChronoUnit.DAYS.between(today, deadline);
        if (days < 0) {
            findings.accept(finding("noticePassed", scorecard.isAutoRenew() ? Severity.ERROR : Severity.WARNING,
                    scorecard, VendorPackage.Literals.VENDOR_SCORECARD__CONTRACT_END,
                    Messages.bind(scorecard.isAutoRenew() ? Messages.noticePassed_renews : Messages.noticePassed_ends,
                            ValueTexts.date(deadline))));
        } else if (days <= NOTICE_DAYS) {
            findings.accept(finding("noticeSoon", Severity.WARNING, scorecard,
                    VendorPackage.Literals.VENDOR_SCORECARD__CONTRACT_END,
                    Messages.bind(Messages.noticeSoon, ValueTexts.date(deadline), days)));
        }
    }

    private static void checkExitPlan(VendorScorecard scorecard, Consumer<Finding> findings) {
        boolean none = scorecard.getExitPlan() == null || scorecard.getExitPlan().isBlank();
        if (none && Integer.valueOf(1).equals(scorecard.getTier())) {
            String service = Stream.of(scorecard.getService(), scorecard.getTitle(), scorecard.getKey())
                    .filter(text -> text != null && !text.isBlank()).findFirst()
                    .orElse(Presentation.label(scorecard.eClass()));
            findings.accept(finding("exitPlan", Severity.ERROR, scorecard,
                    VendorPackage.Literals.VENDOR_SCORECARD__EXIT_PLAN,
                    Messages.bind(Messages.exitPlan, service)));
        }
    }

    private static String name(Metric metric) {
        return Stream.of(metric.getTitle(), metric.getKey()).filter(text -> text != null && !text.isBlank())
                .findFirst().orElse(Presentation.label(metric.eClass()));
    }

    private static QuickFix fix(String label, Function<EditingDomain, Command> command) {
        return new QuickFix(label, command);
    }

    private static Finding finding(String id, Severity severity, Element element, EStructuralFeature feature,
            String message, QuickFix... fixes) {
        return new Finding(ID + id, severity, element, feature, message, List.of(fixes));
    }
}
