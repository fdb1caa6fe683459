package org.chartroom.charter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one root above zero of a polynomial. How many there are is counted exactly, by the chain of Sturm over whole
 * numbers, so that no root is missed between two tries.
 */
final class PositiveRoot {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal CLOSE = new BigDecimal("1E-20");

    private PositiveRoot() {
    }

    /**
     * @param coefficients of v to the power of 0, 1, 2 and so on
     * @return the only value above zero at which the polynomial is zero and changes its sign, to 20 digits; empty when
     *         there is none or more than one
     */
    static Optional<BigDecimal> of(List<BigDecimal> coefficients) {
        List<BigInteger> whole = trimmed(whole(coefficients));
        // One change of sign between the coefficients means one root (Descartes); only else the roots are to be counted.
        int turns = changes(whole.stream().map(BigInteger::signum).toList());
        if (turns == 0 || turns > 1 && distinct(whole) != 1) {
            return Optional.empty();
        }
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = bound(whole);
        int below = whole.get(0).signum();
        if (at(whole, high).signum() != -below) {
            // It touches zero and turns back: the sign does not change.
            return Optional.empty();
        }
        while (high.subtract(low).compareTo(CLOSE.multiply(high)) > 0) {
            BigDecimal middle = low.add(high).divide(TWO, CashFlows.PRECISION);
            int sign = at(whole, middle).signum();
            if (sign == 0) {
                return Optional.of(middle);
            }
            if (sign == below) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of(high);
    }

    /** The same ratios without fractions. */
    private static List<BigInteger> whole(List<BigDecimal> coefficients) {
        int scale = coefficients.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return coefficients.stream().map(one -> one.movePointRight(Math.max(0, scale)).toBigIntegerExact()).toList();
    }

    /** Without zeros at the end, which raise no power, and at the beginning, which are roots at zero. */
    private static List<BigInteger> trimmed(List<BigInteger> coefficients) {
        int from = 0;
        int to = coefficients.size();
        while (to > 0 && coefficients.get(to - 1).signum() == 0) {
            to--;
        }
        while (from < to && coefficients.get(from).signum() == 0) {
            from++;
        }
        return coefficients.subList(from, to);
    }

    /** All roots are below 1 + the largest ratio of a coefficient to the leading one (Cauchy). */
    private static BigDecimal bound(List<BigInteger> polynomial) {
        BigInteger leading = polynomial.get(polynomial.size() - 1).abs();
        BigInteger largest = polynomial.stream().map(BigInteger::abs).max(BigInteger::compareTo).orElseThrow();
        return new BigDecimal(largest.divide(leading).add(TWO.toBigInteger()));
    }

    private static BigDecimal at(List<BigInteger> polynomial, BigDecimal v) {
        BigDecimal value = BigDecimal.ZERO;
        for (int power = polynomial.size() - 1; power >= 0; power--) {
            value = value.multiply(v).add(new BigDecimal(polynomial.get(power)));
        }
        return value;
    }

    /** Number of different roots above zero: changes of sign in the chain at zero less those at infinity. */
    private static int distinct(List<BigInteger> polynomial) {
        List<List<BigInteger>> chain = new ArrayList<>(List.of(polynomial, derivative(polynomial)));
        while (chain.get(chain.size() - 1).size() > 1) {
            List<BigInteger> rest = negatedRemainder(chain.get(chain.size() - 2), chain.get(chain.size() - 1));
            if (rest.isEmpty()) {
                break;
            }
            chain.add(rest);
        }
        return changes(chain.stream().map(one -> one.get(0).signum()).toList())
                - changes(chain.stream().map(one -> one.get(one.size() - 1).signum()).toList());
    }

    private static int changes(List<Integer> signs) {
        List<Integer> seen = signs.stream().filter(sign -> sign != 0).toList();
        int changes = 0;
        for (int i = 1; i < seen.size(); i++) {
            changes += seen.get(i).equals(seen.get(i - 1)) ? 0 : 1;
        }
        return changes;
    }

    private static List<BigInteger> derivative(List<BigInteger> polynomial) {
        List<BigInteger> derivative = new ArrayList<>();
        for (int power = 1; power < polynomial.size(); power++) {
            derivative.add(polynomial.get(power).multiply(BigInteger.valueOf(power)));
        }
        return derivative;
    }

    /** The negated remainder of a division, times a factor above zero that keeps it whole and small. */
    private static List<BigInteger> negatedRemainder(List<BigInteger> dividend, List<BigInteger> divisor) {
        List<BigInteger> rest = new ArrayList<>(dividend);
        BigInteger leading = divisor.get(divisor.size() - 1);
        while (rest.size() >= divisor.size()) {
            BigInteger top = rest.get(rest.size() - 1);
            int shift = rest.size() - divisor.size();
            // Multiplying by the size of the leading coefficient keeps the sign of what is left.
            BigInteger factor = leading.signum() < 0 ? top.negate() : top;
            rest.replaceAll(one -> one.multiply(leading.abs()));
            for (int i = 0; i < divisor.size(); i++) {
                rest.set(i + shift, rest.get(i + shift).subtract(divisor.get(i).multiply(factor)));
            }
            rest.remove(rest.size() - 1);
        }
        while (!rest.isEmpty() && rest.get(rest.size() - 1).signum() == 0) {
            rest.remove(rest.size() - 1);
        }
        BigInteger common = rest.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        return rest.stream().map(one -> one.divide(common).negate()).toList();
    }
}
