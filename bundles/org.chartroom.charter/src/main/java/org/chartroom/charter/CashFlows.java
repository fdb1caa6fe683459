package org.chartroom.charter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Money that goes and comes once a year: one amount for each year from year 0 on, below zero for what is paid. Year 0 is
 * not discounted. Formulas are those of Brealey, Myers and Allen, Principles of Corporate Finance, chapters 2 and 5. A
 * figure that does not exist is empty: neither 0 nor an exception.
 *
 * @param flows the amounts, year 0 first; may be empty
 */
public record CashFlows(List<BigDecimal> flows) {
    /** Decimal places of rates. */
    public static final int RATE_DIGITS = 4;

    /** Decimal places of years. */
    public static final int YEAR_DIGITS = 2;

    static final MathContext PRECISION = new MathContext(40, RoundingMode.HALF_EVEN);
    private static final BigDecimal LEAST_RATE = BigDecimal.ONE.negate();

    /** @param flows the amounts, year 0 first */
    public CashFlows {
        flows = List.copyOf(flows);
    }

    /**
     * @param rate discount rate a year, a fraction above -1
     * @return NPV = sum of flow<sub>t</sub> / (1 + rate)<sup>t</sup>, to 40 digits; empty without flows or with a rate of
     *         -1 or less
     */
    public Optional<BigDecimal> npv(BigDecimal rate) {
        if (flows.isEmpty() || rate.compareTo(LEAST_RATE) <= 0) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int year = 0; year < flows.size(); year++) {
            sum = sum.add(presentValue(flows.get(year), rate, year), PRECISION);
        }
        return Optional.of(sum);
    }

    /**
     * @param amount an amount
     * @param rate discount rate a year, a fraction above -1
     * @param year years from now, 0 or more
     * @return amount / (1 + rate)<sup>year</sup>, to 40 digits
     */
    public static BigDecimal presentValue(BigDecimal amount, BigDecimal rate, int year) {
        return amount.divide(BigDecimal.ONE.add(rate).pow(year, PRECISION), PRECISION);
    }

    /**
     * The rate at which the NPV is zero, found by halving an interval at whose ends the NPV has different signs.
     *
     * @return IRR, a fraction above -1, 4 decimal places, half up; empty where there is none, and where there are several,
     *         because then none of them says what the money earns
     */
    public Optional<BigDecimal> irr() {
        // With v = 1 / (1 + rate) the NPV is a polynomial in v, and the rates above -1 are the v above 0.
        return PositiveRoot.of(flows).map(v -> BigDecimal.ONE.divide(v, PRECISION).subtract(BigDecimal.ONE)
                .setScale(RATE_DIGITS, RoundingMode.HALF_UP));
    }

    /**
     * Years from year 0 until what was paid has come back for good, without discounting: N + -cumulative<sub>N</sub> /
     * flow<sub>N+1</sub>, N the last year after which the sum so far is below zero.
     *
     * @return years, 2 decimal places, half up; 0 when nothing is ever owed; empty when it never comes back, or without
     *         flows
     */
    public Optional<BigDecimal> payback() {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal owed = BigDecimal.ZERO;
        int last = -1;
        for (int year = 0; year < flows.size(); year++) {
            sum = sum.add(flows.get(year));
            if (sum.signum() < 0) {
                last = year;
                owed = sum.negate();
            }
        }
        if (flows.isEmpty() || last == flows.size() - 1) {
            return Optional.empty();
        }
        if (last < 0) {
            return Optional.of(BigDecimal.ZERO.setScale(YEAR_DIGITS));
        }
        // The sum is below zero after year N and not after the next, so that what divides is above zero.
        return Optional.of(BigDecimal.valueOf(last).add(owed.divide(flows.get(last + 1), PRECISION))
                .setScale(YEAR_DIGITS, RoundingMode.HALF_UP));
    }
}
