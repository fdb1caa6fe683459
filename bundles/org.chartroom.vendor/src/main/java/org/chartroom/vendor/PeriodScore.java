package org.chartroom.vendor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import org.chartroom.model.vendor.Grade;

/**
 * How a vendor did in one period.
 *
 * @param period the first day of the period
 * @param score sum(weight x score) / sum(weight) over the measured metrics, 0 to 100, not rounded
 * @param coverage measured weight / total weight, a fraction
 * @param mustPassMissed whether a metric that must be met was missed
 */
public record PeriodScore(LocalDate period, BigDecimal score, BigDecimal coverage, boolean mustPassMissed) {
    private static final int SHOWN_DIGITS = 1;
    private static final int A = 90;
    private static final int B = 80;
    private static final int C = 70;
    private static final int D = 60;

    /** @return the grade of the score; D at best when a metric that must be met was missed */
    public Grade grade() {
        Grade grade = grade(score);
        return mustPassMissed && grade.compareTo(Grade.D) < 0 ? Grade.D : grade;
    }

    /**
     * The score as people see it: one digit, half up, as long as that leaves the grade as it is. 89.96 is a B, and shown as
     * 90.0 it would seem to be an A; so it is shown with as many digits as it takes to tell. The grade is that of the exact
     * score, because what a contract ties to it must not depend on rounding.
     *
     * @return the score, rounded to the fewest digits, but at least one, with which it has its own grade
     */
    public BigDecimal shown() {
        BigDecimal shown = score.setScale(SHOWN_DIGITS, RoundingMode.HALF_UP);
        for (int digits = SHOWN_DIGITS + 1; grade(shown) != grade(score); digits++) {
            shown = score.setScale(digits, RoundingMode.HALF_UP);
        }
        return shown;
    }

    private static Grade grade(BigDecimal score) {
        if (score.compareTo(BigDecimal.valueOf(A)) >= 0) {
            return Grade.A;
        }
        if (score.compareTo(BigDecimal.valueOf(B)) >= 0) {
            return Grade.B;
        }
        if (score.compareTo(BigDecimal.valueOf(C)) >= 0) {
            return Grade.C;
        }
        return score.compareTo(BigDecimal.valueOf(D)) >= 0 ? Grade.D : Grade.F;
    }
}
