package org.chartroom.schedule.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 30);

    @Test
    void aDayBringsItsShare() {
        Spread spread = new Spread(List.of(BEGIN, BEGIN.plusDays(3)), new BigDecimal("10"), 2);
        assertEquals(new BigDecimal("5.00"), spread.between(BEGIN, LocalDate.of(2026, 1, 31)));
        assertEquals(new BigDecimal("5.00"), spread.between(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)));
    }

    /** However the time is cut, nothing is lost or added by rounding. */
    @Property
    void thePartsSumUpToTheAmount(@ForAll @Scale(2) BigDecimal amount, @ForAll @IntRange(min = 1, max = 400) int days,
            @ForAll @IntRange(min = 1, max = 60) int part) {
        Spread spread = new Spread(BEGIN.datesUntil(BEGIN.plusDays(days)).toList(), amount, 2);
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate day = BEGIN; day.isBefore(BEGIN.plusDays(days)); day = day.plusDays(part)) {
            sum = sum.add(spread.between(day, day.plusDays(part - 1L)));
        }
        assertEquals(0, sum.compareTo(spread.amount()), sum + " of " + spread.amount());
    }
}
