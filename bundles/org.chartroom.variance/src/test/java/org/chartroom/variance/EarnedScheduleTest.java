package org.chartroom.variance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

import org.junit.jupiter.api.Test;

class EarnedScheduleTest {
    @Test
    void earnedValueBetweenTwoPeriodsIsInterpolated() {
        // Cumulative 10, 30, 60: 40 is a third of the way from the second to the third.
        assertEquals(Optional.of(new BigDecimal("2.3333")), schedule("40", "10", "20", "30"));
    }

    @Test
    void earnedValueOfAWholePeriodIsThatPeriod() {
        assertEquals(Optional.of(new BigDecimal("2.0000")), schedule("30", "10", "20", "30"));
    }

    /** Lipke, Earned Schedule, 2007: seven months have passed, the work of five is done; SPI(t) is 5/7. */
    @Test
    void fiveMonthsOfWorkInSeven() {
        Optional<BigDecimal> earned = schedule("50", "10", "10", "10", "10", "10", "10", "10", "10", "10", "10");

        assertEquals(Optional.of(new BigDecimal("5.0000")), earned);
        assertEquals(Optional.of(new BigDecimal("0.7143")),
                EarnedSchedule.timeIndex(earned.orElseThrow(), BigDecimal.valueOf(7)));
    }

    @Test
    void periodsAfterTheLastPlannedOneDoNotCount() {
        assertEquals(Optional.of(new BigDecimal("2.0000")), schedule("30", "10", "20", "0", "0"));
        assertEquals(Optional.of(new BigDecimal("2.0000")), schedule("99", "10", "20", "0"));
    }

    @Test
    void pauseInThePlanIsPassedAtOnce() {
        assertEquals(Optional.of(new BigDecimal("3.0000")), schedule("10", "10", "0", "0", "20"));
    }

    @Test
    void nothingEarnedIsAtTheStart() {
        assertEquals(Optional.of(new BigDecimal("0.0000")), schedule("0", "10", "20"));
    }

    @Test
    void withoutAPlanThereIsNoSchedule() {
        assertEquals(Optional.empty(), schedule("10"));
        assertEquals(Optional.empty(), schedule("10", "0", "0"));
        assertEquals(Optional.empty(), schedule("-1", "10"));
    }

    @Test
    void beforeAnyTimeHasPassedThereIsNoIndex() {
        assertEquals(Optional.empty(), EarnedSchedule.timeIndex(BigDecimal.ONE, BigDecimal.ZERO));
    }

    @Property
    void scheduleGrowsWithWhatIsEarned(@ForAll @NotEmpty List<@IntRange(min = 1, max = 1000) Integer> plan,
            @ForAll @IntRange(max = 100_000) int less, @ForAll @IntRange(max = 1000) int more) {
        List<BigDecimal> planned = plan.stream().map(BigDecimal::valueOf).toList();
        BigDecimal before = EarnedSchedule.of(planned, BigDecimal.valueOf(less)).orElseThrow();
        BigDecimal after = EarnedSchedule.of(planned, BigDecimal.valueOf((long) less + more)).orElseThrow();

        assertTrue(before.compareTo(after) <= 0);
        assertTrue(before.signum() >= 0 && after.compareTo(BigDecimal.valueOf(plan.size())) <= 0);
    }

    private static Optional<BigDecimal> schedule(String earned, String... planned) {
        return EarnedSchedule.of(Arrays.stream(planned).map(BigDecimal::new).toList(), new BigDecimal(earned));
    }
}
