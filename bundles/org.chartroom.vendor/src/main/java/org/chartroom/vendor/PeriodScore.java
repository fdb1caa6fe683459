package org.chartroom.vendor;

import java.math.BigDecimal;
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
    private static final int A = 90;
    private static final int B = 80;
    private static final int C = 70;
    private static final int D = 60;

    /** @return the grade of the score; D at best when a metric that must be met was missed */
    public Grade grade() {
        Grade grade = grade(score);
        return mustPassMissed && grade.compareTo(Grade.D) < 0 ? Grade.D : grade;
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
