package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How the numbers of a column are spread, for fields that have a scale of steps. The steps of a five-step scale are
 * fifths of the range, upper limit included: of 0 to 1, everything above 0.2 and up to 0.4 is step 2.
 */
public enum Scale {
    /** The steps themselves. */
    STEPS(null),
    /** From 0 to 1. */
    FRACTION(BigDecimal.ONE),
    /** From 1 to 10. */
    TEN(BigDecimal.TEN),
    /** From 0 to 100, with or without a percent sign. */
    PERCENT(BigDecimal.valueOf(100)),
    /** Names of the steps. */
    WORDS(null);

    private final BigDecimal range;

    Scale(BigDecimal range) {
        this.range = range;
    }

    /**
     * @param value a number on this scale
     * @param steps number of steps of the field
     * @return its step, from 1
     * @throws IllegalArgumentException when the number is not on the scale
     */
    public int step(BigDecimal value, int steps) {
        if (range == null) {
            try {
                int step = value.intValueExact();
                if (step >= 1 && step <= steps) {
                    return step;
                }
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(value.toPlainString() + " is not a whole step from 1 to " + steps,
                        e);
            }
            throw new IllegalArgumentException(value.toPlainString() + " is outside the scale of 1 to " + steps);
        }
        if (value.signum() < 0 || value.compareTo(range) > 0) {
            throw new IllegalArgumentException(
                    value.toPlainString() + " is outside the scale of 0 to " + range.toPlainString());
        }
        BigDecimal step = value.multiply(BigDecimal.valueOf(steps)).divide(range, 0, RoundingMode.CEILING);
        return Math.max(1, step.intValueExact());
    }
}
