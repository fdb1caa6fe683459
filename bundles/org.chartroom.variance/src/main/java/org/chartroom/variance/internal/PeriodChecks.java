package org.chartroom.variance.internal;

import static org.chartroom.model.variance.VariancePackage.Literals;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.PeriodPlan;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.AddCommand;

/**
 * Finds periods that are wrong, overlap or are missing: between two, before the first one (the charter starts earlier, or the
 * status date is earlier), and after the last one to the status date.
 */
final class PeriodChecks {
    private PeriodChecks() {
    }

    static Map<String, Check> checks() {
        return Map.of(VarianceChecks.ID + "periodDates", VarianceChecks.of(PeriodChecks::checkDates),
                VarianceChecks.ID + "periodOverlap", VarianceChecks.of(PeriodChecks::checkOverlaps),
                VarianceChecks.ID + "periodGap", VarianceChecks.of(PeriodChecks::checkGaps),
                VarianceChecks.ID + "periodsNone", VarianceChecks.of(PeriodChecks::checkNone),
                VarianceChecks.ID + "periodsStart", VarianceChecks.of(PeriodChecks::checkStart),
                VarianceChecks.ID + "periodsEnd", VarianceChecks.of(PeriodChecks::checkEnd));
    }

    private static boolean isDated(ReportPeriod period) {
        return period.getStartsOn() != null && period.getEndsOn() != null
                && !period.getEndsOn().isBefore(period.getStartsOn());
    }

    /** The periods that have right dates, in their order. */
    private static List<ReportPeriod> dated(VarianceReport report) {
        return report.getPeriods().stream().filter(PeriodChecks::isDated)
                .sorted(Comparator.comparing(ReportPeriod::getStartsOn)).toList();
    }

    private static void checkDates(VarianceReport report, CheckContext context) {
        report.getPeriods().stream().filter(period -> !isDated(period)).forEach(period -> context.report(period,
                period.getStartsOn() == null ? Literals.REPORT_PERIOD__STARTS_ON : Literals.REPORT_PERIOD__ENDS_ON,
                Messages.bind(Messages.periodDates, VarianceChecks.name(period))));
    }

    private static void checkOverlaps(VarianceReport report, CheckContext context) {
        List<ReportPeriod> dated = dated(report);
        for (int i = 1; i < dated.size(); i++) {
            ReportPeriod after = dated.get(i);
            LocalDate expected = dated.get(i - 1).getEndsOn().plusDays(1);
            if (after.getStartsOn().isBefore(expected)) {
                context.report(after, Literals.REPORT_PERIOD__STARTS_ON,
                        Messages.bind(Messages.periodOverlap, VarianceChecks.name(dated.get(i - 1)),
                                VarianceChecks.name(after)),
                        expected.isAfter(after.getEndsOn()) ? new QuickFix[0] : startFix(after, expected));
            }
        }
    }

    private static void checkGaps(VarianceReport report, CheckContext context) {
        List<ReportPeriod> dated = dated(report);
        for (int i = 1; i < dated.size(); i++) {
            ReportPeriod after = dated.get(i);
            LocalDate expected = dated.get(i - 1).getEndsOn().plusDays(1);
            if (after.getStartsOn().isAfter(expected)) {
                context.report(after, Literals.REPORT_PERIOD__STARTS_ON, Messages.bind(Messages.periodGap,
                        VarianceChecks.name(dated.get(i - 1)), VarianceChecks.name(after)),
                        startFix(after, expected));
            }
        }
    }

    private static void checkNone(VarianceReport report, CheckContext context) {
        if (!report.getLines().isEmpty() && report.getPeriods().isEmpty() && report.getStatusDate() != null) {
            report(report, Literals.VARIANCE_REPORT__PERIODS, Messages.periodsNone,
                    () -> PeriodPlan.to(report, report.getStatusDate()), false, context);
        }
    }

    private static QuickFix[] startFix(ReportPeriod period, LocalDate start) {
        return new QuickFix[]{new QuickFix(Messages.bind(Messages.periodStart_fix, ValueTexts.date(start)),
                domain -> VarianceChecks.set(domain, period, Literals.REPORT_PERIOD__STARTS_ON, start))};
    }

    private static void checkStart(VarianceReport report, CheckContext context) {
        List<ReportPeriod> dated = dated(report);
        if (dated.isEmpty()) {
            return;
        }
        LocalDate first = dated.get(0).getStartsOn();
        Charter charter = report.getCharter();
        LocalDate start = charter == null || charter.eIsProxy() ? null : charter.getPlannedStart();
        LocalDate status = report.getStatusDate();
        if (status != null && status.isBefore(first)) {
            LocalDate from = start != null && start.isBefore(status) ? start : status;
            report(report, Literals.VARIANCE_REPORT__STATUS_DATE,
                    Messages.bind(Messages.statusBeforePeriods, ValueTexts.date(status), ValueTexts.date(first)),
                    () -> PeriodPlan.from(report, from, first), true, context);
        } else if (start != null && start.isBefore(first)) {
            report(report, Literals.VARIANCE_REPORT__PERIODS,
                    Messages.bind(Messages.charterBeforePeriods, ValueTexts.date(start), ValueTexts.date(first)),
                    () -> PeriodPlan.from(report, start, first), true, context);
        }
    }

    private static void checkEnd(VarianceReport report, CheckContext context) {
        Optional<LocalDate> end = dated(report).stream().map(ReportPeriod::getEndsOn).max(Comparator.naturalOrder());
        if (end.isEmpty()) {
            return;
        }
        LocalDate last = end.get();
        LocalDate status = report.getStatusDate();
        if (status != null && status.isAfter(last)) {
            report(report, Literals.VARIANCE_REPORT__STATUS_DATE,
                    Messages.bind(Messages.statusAfterPeriods, ValueTexts.date(status), ValueTexts.date(last)),
                    () -> PeriodPlan.to(report, status), false, context);
        }
    }

    private static void report(VarianceReport report, EStructuralFeature feature, String message,
            Supplier<List<ReportPeriod>> missing, boolean before, CheckContext context) {
        context.report(report, feature, message,
                new QuickFix(Messages.periodsMissing_fix,
                        domain -> AddCommand.create(domain, report, Literals.VARIANCE_REPORT__PERIODS, missing.get(),
                                before ? 0 : report.getPeriods().size())));
    }
}
