package org.chartroom.exchange.importing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;

/**
 * A day, a month, a quarter or another stretch of time.
 *
 * @param first its first day
 * @param last its last day
 */
public record PeriodSpan(LocalDate first, LocalDate last) {
    private static final int MONTHS_A_QUARTER = 3;

    /**
     * @param month a month
     * @return the whole month
     */
    static PeriodSpan of(YearMonth month) {
        return new PeriodSpan(month.atDay(1), month.atEndOfMonth());
    }

    /** @return the quarter of a year, from 1 */
    static PeriodSpan quarter(int year, int quarter) {
        YearMonth month = YearMonth.of(year, quarter * MONTHS_A_QUARTER);
        return new PeriodSpan(month.minusMonths(MONTHS_A_QUARTER - 1L).atDay(1), month.atEndOfMonth());
    }

    /** @return the month, or the quarter, that a day is in */
    static PeriodSpan around(LocalDate day, boolean quarters) {
        return quarters
                ? quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS_A_QUARTER + 1)
                : of(YearMonth.from(day));
    }

    /**
     * @param text a month or a quarter, like 2026-01, Jan 2026 or Q1 2026
     * @return it
     * @throws IllegalArgumentException when it is none; the message is a sentence without its end
     */
    public static PeriodSpan parse(String text) {
        return PeriodText.of(text).filter(span -> !span.isDay())
                .orElseThrow(() -> new IllegalArgumentException(Messages.bind(Messages.noPeriod, text)));
    }

    /**
     * @param element an element
     * @return the days from the one to the other of its two days; empty when it has not just two
     */
    public static Optional<PeriodSpan> of(EObject element) {
        return Periods.span(element);
    }

    boolean isDay() {
        return first.equals(last);
    }

    boolean isQuarter() {
        return equals(around(first, true));
    }

    boolean overlaps(PeriodSpan other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }

    /** @return how files write it: 2026-01, 2026-Q1, a day, or both days */
    @Override
    public String toString() {
        if (isDay()) {
            return first.toString();
        }
        return Optional.of(this).filter(PeriodSpan::isQuarter)
                .map(span -> String.format(Locale.ROOT, "%04d-Q%d", first.getYear(),
                        last.getMonthValue() / MONTHS_A_QUARTER))
                .orElseGet(() -> equals(of(YearMonth.from(first)))
                        ? YearMonth.from(first).toString()
                        : first + "/" + last);
    }
}
