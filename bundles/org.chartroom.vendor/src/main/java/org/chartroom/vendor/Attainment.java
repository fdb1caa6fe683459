package org.chartroom.vendor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.MetricDirection;

/**
 * How far a value attains what a metric asks for.
 * <p>
 * The target or better scores 100, the minimum 50, and as far again beyond the minimum 0; between them the score is
 * linear. So a metric with target 99.9 and minimum 99.5 scores 75 at 99.7 and 0 at 99.1.
 */
public final class Attainment {
    /** The score of the target, and the highest there is. */
    public static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = BigDecimal.valueOf(50);
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private Attainment() {
    }

    /**
     * @param metric a metric
     * @param value a value of it, in its unit; may be null
     * @return the score, 0 to 100, not rounded; empty without a value or a target, or where the minimum is better than
     *         the target. Where they are equal, or there is no minimum, a value scores 100 or 0.
     */
    public static Optional<BigDecimal> score(Metric metric, BigDecimal value) {
        BigDecimal target = metric.getTarget();
        if (value == null || target == null || !isOrdered(metric)) {
            return Optional.empty();
        }
        // How far the value falls short, and the distance from target to minimum, both in the direction of worse.
        BigDecimal shortfall = worse(metric, target, value);
        if (shortfall.signum() <= 0) {
            return Optional.of(FULL);
        }
        BigDecimal distance = metric.getMinimum() == null
                ? BigDecimal.ZERO
                : worse(metric, target, metric.getMinimum());
        if (distance.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        BigDecimal score = FULL.subtract(HALF.multiply(shortfall).divide(distance, PRECISION));
        return Optional.of(score.max(BigDecimal.ZERO));
    }

    /**
     * @param metric a metric
     * @param value a value of it; may be null
     * @return whether the value is worse than the minimum; false without one of the two
     */
    public static boolean isBreach(Metric metric, BigDecimal value) {
        return value != null && metric.getMinimum() != null
                && worse(metric, metric.getMinimum(), value).signum() > 0;
    }

    /**
     * @param metric a metric
     * @return the worst value that a must-pass metric may have: its minimum, or else its target; empty without both
     */
    public static Optional<BigDecimal> limit(Metric metric) {
        return Optional.ofNullable(metric.getMinimum()).or(() -> Optional.ofNullable(metric.getTarget()));
    }

    /**
     * @param metric a metric
     * @param value a value of it; may be null
     * @return whether the metric must pass and the value is worse than its {@link #limit}
     */
    public static boolean isMissed(Metric metric, BigDecimal value) {
        return metric.isMustPass() && value != null
                && limit(metric).filter(limit -> worse(metric, limit, value).signum() > 0).isPresent();
    }

    /**
     * @param metric a metric
     * @return whether its minimum is not better than its target; true without one of the two
     */
    public static boolean isOrdered(Metric metric) {
        return metric.getTarget() == null || metric.getMinimum() == null
                || worse(metric, metric.getTarget(), metric.getMinimum()).signum() >= 0;
    }

    /** By how much a value is worse than a reference; negative when it is better. */
    private static BigDecimal worse(Metric metric, BigDecimal reference, BigDecimal value) {
        return metric.getDirection() == MetricDirection.LOWER_IS_BETTER
                ? value.subtract(reference)
                : reference.subtract(value);
    }
}
