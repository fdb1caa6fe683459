package org.chartroom.variance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Schedule performance in time instead of money (Walter Lipke, Schedule is Different, The Measurable News, 2003). */
public final class EarnedSchedule {
    private EarnedSchedule() {
    }

    /**
     * When the work that is done should have been done: ES = N + (EV - PV<sub>N</sub>) / (PV<sub>N+1</sub> -
     * PV<sub>N</sub>), with N the last period whose cumulative PV is not above EV. Periods after the last planned one
     * don't count, so ES never exceeds the planned duration.
     *
     * @param planned what was planned in each period, the earliest first
     * @param earned earned value to the status date
     * @return ES in periods, 4 decimal places, half up; empty when nothing is planned or EV is below every cumulative
     *         PV
     */
    public static Optional<BigDecimal> of(List<BigDecimal> planned, BigDecimal earned) {
        int duration = planned.size();
        while (duration > 0 && planned.get(duration - 1).signum() == 0) {
            duration--;
        }
        int last = -1;
        BigDecimal cumulative = BigDecimal.ZERO;
        BigDecimal reached = BigDecimal.ZERO;
        for (int n = 0; n <= duration; n++) {
            if (cumulative.compareTo(earned) <= 0) {
                last = n;
                reached = cumulative;
            }
            if (n < duration) {
                cumulative = cumulative.add(planned.get(n));
            }
        }
        if (duration == 0 || last < 0) {
            return Optional.empty();
        }
        BigDecimal periods = BigDecimal.valueOf(last).setScale(EarnedValue.RATIO_DIGITS);
        if (last == duration) {
            return Optional.of(periods);
        }
        // The next cumulative value is above EV and this one is not, so what divides is above zero.
        return Optional.of(periods.add(earned.subtract(reached).divide(planned.get(last), EarnedValue.RATIO_DIGITS,
                RoundingMode.HALF_UP)));
    }

    /**
     * @param earnedSchedule ES in periods
     * @param actualTime AT, the periods that have passed
     * @return SPI(t) = ES / AT, 4 decimal places, half up; empty when no time has passed
     */
    public static Optional<BigDecimal> timeIndex(BigDecimal earnedSchedule, BigDecimal actualTime) {
        return EarnedValue.ratio(earnedSchedule, actualTime);
    }
}
