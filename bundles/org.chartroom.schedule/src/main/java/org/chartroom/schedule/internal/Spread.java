package org.chartroom.schedule.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * An amount that comes in evenly over days. What has come in by a day is rounded, not what a day brings, so that the parts
 * of any division into periods sum up to the amount.
 *
 * @param days the days, in their order, at least one; none of an amount of nothing
 * @param amount the amount that has come in by the last of them
 * @param digits how many decimals the currency has
 */
record Spread(List<LocalDate> days, BigDecimal amount, int digits) {
    Spread {
        days = List.copyOf(days);
        amount = amount.setScale(digits, RoundingMode.HALF_UP);
    }

    /** @return that there is nothing, where a schedule says so */
    static Spread nothing() {
        return new Spread(List.of(), BigDecimal.ZERO, 0);
    }

    boolean isNothing() {
        return amount.signum() == 0;
    }

    /** @return what has come in by the end of a day */
    BigDecimal until(LocalDate day) {
        if (isNothing()) {
            return amount;
        }
        long passed = days.stream().filter(one -> !one.isAfter(day)).count();
        return amount.multiply(BigDecimal.valueOf(passed)).divide(BigDecimal.valueOf(days.size()), digits,
                RoundingMode.HALF_UP);
    }

    /** @return what comes in from the begin of one day to the end of another */
    BigDecimal between(LocalDate first, LocalDate last) {
        return until(last).subtract(until(first.minusDays(1)));
    }

    LocalDate first() {
        return days.get(0);
    }

    LocalDate last() {
        return days.get(days.size() - 1);
    }
}
