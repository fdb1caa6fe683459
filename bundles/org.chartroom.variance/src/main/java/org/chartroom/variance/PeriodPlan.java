package org.chartroom.variance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.chartroom.model.variance.PeriodType;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceReport;

/** Makes the periods that a report lacks, months or quarters as it says. */
public final class PeriodPlan {
    private static final int MONTHS_OF_A_QUARTER = 3;

    private PeriodPlan() {
    }

    /**
     * @param report a report
     * @param count how many
     * @param first a day of the first period, for a report that has none yet
     * @return the next periods after its last one, not yet in it
     */
    public static List<ReportPeriod> next(VarianceReport report, int count, LocalDate first) {
        LocalDate start = afterLast(report, first);
        List<ReportPeriod> periods = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            periods.add(period(start, start.plusMonths(months(report)).minusDays(1)));
            start = start.plusMonths(months(report));
        }
        return periods;
    }

    private static LocalDate afterLast(VarianceReport report, LocalDate first) {
        return report.getPeriods().stream().map(ReportPeriod::getEndsOn).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).map(end -> end.plusDays(1)).orElse(startOf(first, months(report)));
    }

    /**
     * @param report a report
     * @param day a day
     * @return the periods it lacks after its last one to have that day, not yet in it
     */
    public static List<ReportPeriod> to(VarianceReport report, LocalDate day) {
        LocalDate start = afterLast(report, day);
        List<ReportPeriod> periods = new ArrayList<>();
        while (!start.isAfter(day)) {
            periods.add(period(start, start.plusMonths(months(report)).minusDays(1)));
            start = start.plusMonths(months(report));
        }
        return periods;
    }

    /**
     * @param report a report
     * @param day a day before its first period
     * @param first the first day of its first period
     * @return the periods it lacks before that to have the day, in their order, not yet in it; the first begins with its
     *         month or quarter
     */
    public static List<ReportPeriod> from(VarianceReport report, LocalDate day, LocalDate first) {
        int months = months(report);
        List<ReportPeriod> periods = new ArrayList<>();
        LocalDate end = first.minusDays(1);
        while (!end.isBefore(day)) {
            LocalDate start = startOf(end, months);
            periods.add(0, period(start, end));
            end = start.minusDays(1);
        }
        return periods;
    }

    private static int months(VarianceReport report) {
        return report.getPeriodType() == PeriodType.QUARTER ? MONTHS_OF_A_QUARTER : 1;
    }

    private static LocalDate startOf(LocalDate day, int months) {
        return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1L) % months);
    }

    private static ReportPeriod period(LocalDate start, LocalDate end) {
        ReportPeriod period = VarianceFactory.eINSTANCE.createReportPeriod();
        period.setId(UUID.randomUUID().toString());
        period.setStartsOn(start);
        period.setEndsOn(end);
        return period;
    }
}
