package org.chartroom.variance.internal;

import static org.chartroom.model.variance.VariancePackage.Literals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
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
    private final VarianceReport report;
    private final Consumer<Finding> findings;

    PeriodChecks(VarianceReport report, Consumer<Finding> findings) {
        this.report = report;
        this.findings = findings;
    }

    void check() {
        List<ReportPeriod> dated = new ArrayList<>();
        for (ReportPeriod period : report.getPeriods()) {
            if (period.getStartsOn() == null || period.getEndsOn() == null
                    || period.getEndsOn().isBefore(period.getStartsOn())) {
                findings.accept(VarianceChecks.finding("periodDates", Severity.ERROR, period,
                        period.getStartsOn() == null
                                ? Literals.REPORT_PERIOD__STARTS_ON
                                : Literals.REPORT_PERIOD__ENDS_ON,
                        Messages.bind(Messages.periodDates, VarianceChecks.name(period))));
            } else {
                dated.add(period);
            }
        }
        dated.sort(Comparator.comparing(ReportPeriod::getStartsOn));
        for (int i = 1; i < dated.size(); i++) {
            checkNeighbours(dated.get(i - 1), dated.get(i));
        }
        if (!dated.isEmpty()) {
            checkStart(dated.get(0).getStartsOn());
            checkEnd(dated.stream().map(ReportPeriod::getEndsOn).max(Comparator.naturalOrder()).orElseThrow());
        } else if (!report.getLines().isEmpty() && report.getPeriods().isEmpty() && report.getStatusDate() != null) {
            report("periodsNone", Literals.VARIANCE_REPORT__PERIODS, Messages.periodsNone,
                    () -> PeriodPlan.to(report, report.getStatusDate()), false);
        }
    }

    private void checkNeighbours(ReportPeriod before, ReportPeriod after) {
        LocalDate expected = before.getEndsOn().plusDays(1);
        String names = VarianceChecks.name(before);
        if (after.getStartsOn().isBefore(expected)) {
            QuickFix[] fixes = expected.isAfter(after.getEndsOn()) ? new QuickFix[0] : startFix(after, expected);
            findings.accept(VarianceChecks.finding("periodOverlap", Severity.ERROR, after,
                    Literals.REPORT_PERIOD__STARTS_ON,
                    Messages.bind(Messages.periodOverlap, names, VarianceChecks.name(after)), fixes));
        } else if (after.getStartsOn().isAfter(expected)) {
            findings.accept(VarianceChecks.finding("periodGap", Severity.WARNING, after,
                    Literals.REPORT_PERIOD__STARTS_ON,
                    Messages.bind(Messages.periodGap, names, VarianceChecks.name(after)), startFix(after, expected)));
        }
    }

    private static QuickFix[] startFix(ReportPeriod period, LocalDate start) {
        return new QuickFix[]{new QuickFix(Messages.bind(Messages.periodStart_fix, start),
                domain -> VarianceChecks.set(domain, period, Literals.REPORT_PERIOD__STARTS_ON, start))};
    }

    private void checkStart(LocalDate first) {
        Charter charter = report.getCharter();
        LocalDate start = charter == null || charter.eIsProxy() ? null : charter.getPlannedStart();
        LocalDate status = report.getStatusDate();
        if (status != null && status.isBefore(first)) {
            LocalDate from = start != null && start.isBefore(status) ? start : status;
            report("periodsStart", Literals.VARIANCE_REPORT__STATUS_DATE,
                    Messages.bind(Messages.statusBeforePeriods, status, first),
                    () -> PeriodPlan.from(report, from, first), true);
        } else if (start != null && start.isBefore(first)) {
            report("periodsStart", Literals.VARIANCE_REPORT__PERIODS,
                    Messages.bind(Messages.charterBeforePeriods, start, first),
                    () -> PeriodPlan.from(report, start, first), true);
        }
    }

    private void checkEnd(LocalDate last) {
        LocalDate status = report.getStatusDate();
        if (status != null && status.isAfter(last)) {
            report("periodsEnd", Literals.VARIANCE_REPORT__STATUS_DATE,
                    Messages.bind(Messages.statusAfterPeriods, status, last), () -> PeriodPlan.to(report, status),
                    false);
        }
    }

    private void report(String id, EStructuralFeature feature, String message, Supplier<List<ReportPeriod>> missing,
            boolean before) {
        findings.accept(VarianceChecks.finding(id, Severity.WARNING, report, feature, message,
                new QuickFix(Messages.periodsMissing_fix,
                        domain -> AddCommand.create(domain, report, Literals.VARIANCE_REPORT__PERIODS, missing.get(),
                                before ? 0 : report.getPeriods().size()))));
    }
}
