package org.chartroom.vendor;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.chartroom.model.vendor.PeriodLength;

/** Months or quarters, each named by its first day. */
public final class Periods {
    private static final int MONTHS_A_QUARTER = 3;

    private Periods() {
    }

    /**
     * @param day any day
     * @param length how long a period is
     * @return the first day of the period that the day is in
     */
    public static LocalDate start(LocalDate day, PeriodLength length) {
        LocalDate month = day.withDayOfMonth(1);
        return length == PeriodLength.QUARTER
                ? month.minusMonths((month.getMonthValue() - 1) % MONTHS_A_QUARTER)
                : month;
    }

    /**
     * @param period the first day of a period
     * @param count how many periods to go on; negative goes back
     * @param length how long a period is
     * @return the first day of that period
     */
    public static LocalDate plus(LocalDate period, int count, PeriodLength length) {
        return period.plusMonths((long) count * months(length));
    }

    /**
     * @param from the first day of a period
     * @param to the first day of another one
     * @param length how long a period is
     * @return how many periods the second is after the first
     */
    public static int between(LocalDate from, LocalDate to, PeriodLength length) {
        return (int) (ChronoUnit.MONTHS.between(from, to) / months(length));
    }

    /**
     * @param period the first day of a period
     * @param length how long a period is
     * @return what it is called: 2026-03 or 2026-Q1
     */
    public static String label(LocalDate period, PeriodLength length) {
        return length == PeriodLength.QUARTER
                ? period.getYear() + "-Q" + ((period.getMonthValue() - 1) / MONTHS_A_QUARTER + 1)
                : String.format(Locale.ROOT, "%d-%02d", period.getYear(), period.getMonthValue());
    }

    private static int months(PeriodLength length) {
        return length == PeriodLength.QUARTER ? MONTHS_A_QUARTER : 1;
    }
}
