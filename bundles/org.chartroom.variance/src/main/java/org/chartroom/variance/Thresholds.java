package org.chartroom.variance;

import java.math.BigDecimal;
import java.util.Optional;

import org.chartroom.model.variance.VarianceReport;
import org.chartroom.model.variance.VarianceStatus;

/**
 * From where on a variance is amber and red, as fractions of what was planned or earned.
 *
 * @param amber from here on a variance is amber
 * @param red from here on it is red
 */
public record Thresholds(BigDecimal amber, BigDecimal red) {
    private static final Thresholds USUAL = new Thresholds(new BigDecimal("0.05"), new BigDecimal("0.10"));

    /**
     * @param report a report
     * @return its thresholds; 5 % and 10 % where it has none
     */
    public static Thresholds of(VarianceReport report) {
        return new Thresholds(report.getAmberThreshold() == null ? USUAL.amber : report.getAmberThreshold(),
                report.getRedThreshold() == null ? USUAL.red : report.getRedThreshold());
    }

    /**
     * @param figures figures at a date
     * @return status of AC - PV against PV; what is spent without a plan is red, whatever the thresholds; empty when
     *         nothing is planned or spent, or nothing was entered of what was spent
     */
    public Optional<VarianceStatus> budget(EarnedValue figures) {
        if (figures.pv().signum() == 0 && figures.ac().signum() > 0) {
            return Optional.of(VarianceStatus.RED);
        }
        return figures.isActualKnown() ? status(figures.budgetVariance(), figures.pv()) : Optional.empty();
    }

    /**
     * @param figures figures at a date
     * @return status of -CV against EV; empty when nothing is earned, or nothing was entered of what was spent
     */
    public Optional<VarianceStatus> cost(EarnedValue figures) {
        return figures.isActualKnown() ? status(figures.costVariance().negate(), figures.ev()) : Optional.empty();
    }

    /**
     * @param figures figures at a date
     * @return status of -SV against PV; empty when nothing is planned, or nothing was entered of what is earned
     */
    public Optional<VarianceStatus> schedule(EarnedValue figures) {
        return figures.isEarnedKnown()
                ? status(figures.scheduleVariance().negate(), figures.pv())
                : Optional.empty();
    }

    /** Compares amounts instead of rounded fractions: what is a cent above the threshold is above it. */
    private Optional<VarianceStatus> status(BigDecimal adverse, BigDecimal base) {
        if (base.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal whole = base.abs();
        if (adverse.signum() <= 0 || adverse.compareTo(amber.multiply(whole)) < 0) {
            return Optional.of(VarianceStatus.GREEN);
        }
        return Optional.of(
                adverse.compareTo(red.multiply(whole)) < 0 ? VarianceStatus.AMBER : VarianceStatus.RED);
    }
}
