package org.chartroom.vendor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.SortedMap;

/** Which way scores go. */
public final class Trend {
    /** How many of the latest values count. */
    public static final int VALUES = 6;
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private Trend() {
    }

    /**
     * The slope of the least-squares line through the latest six values: sum((x - mean x)(y - mean y)) / sum((x - mean
     * x)^2), as any textbook of statistics has it.
     *
     * @param values values by the number of their period; a period without a value is left out, and its place is kept
     * @return the slope, in points a period, not rounded; empty with fewer than two values
     */
    public static Optional<BigDecimal> slope(SortedMap<Integer, BigDecimal> values) {
        var latest = values.entrySet().stream().skip(Math.max(0, values.size() - VALUES)).toList();
        if (latest.size() < 2) {
            return Optional.empty();
        }
        BigDecimal count = BigDecimal.valueOf(latest.size());
        BigDecimal sumX = BigDecimal.ZERO;
        BigDecimal sumY = BigDecimal.ZERO;
        BigDecimal sumXY = BigDecimal.ZERO;
        BigDecimal sumXX = BigDecimal.ZERO;
        for (var value : latest) {
            BigDecimal x = BigDecimal.valueOf(value.getKey());
            sumX = sumX.add(x);
            sumY = sumY.add(value.getValue());
            sumXY = sumXY.add(x.multiply(value.getValue()));
            sumXX = sumXX.add(x.multiply(x));
        }
        // Both sums multiplied by the count: no mean has to be divided out, so that nothing is rounded before the end.
        BigDecimal covariance = count.multiply(sumXY).subtract(sumX.multiply(sumY));
        BigDecimal variance = count.multiply(sumXX).subtract(sumX.multiply(sumX));
        return Optional.of(covariance.divide(variance, PRECISION));
    }
}
