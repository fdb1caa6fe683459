package org.chartroom.variance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.chartroom.model.variance.EacMethod;

/**
 * The five figures of earned value management at one date, and what follows from them. Names and formulas are those of
 * the PMBOK Guide (PMI, 6th edition, section 7.4.2.2) and ANSI/EIA-748. Amounts are in one currency and exact; a ratio
 * has 4 decimal places, rounded half up. A value whose divisor is zero is empty: neither 0 nor an exception.
 *
 * @param bac budget at completion
 * @param pv planned value to the date
 * @param ev earned value to the date
 * @param ac actual cost to the date
 * @param forecast bottom-up forecast of what is still to be spent
 * @param isEarnedKnown whether anything was entered of what is earned, be it nothing; otherwise what follows from EV can't be
 *            told
 * @param isActualKnown the same of what was spent
 */
public record EarnedValue(BigDecimal bac, BigDecimal pv, BigDecimal ev, BigDecimal ac, BigDecimal forecast,
        boolean isEarnedKnown, boolean isActualKnown) {
    /** Decimal places of ratios. */
    public static final int RATIO_DIGITS = 4;

    /** Nothing planned, earned, spent or forecast, and nothing known of it. */
    public static final EarnedValue ZERO = budget(BigDecimal.ZERO);

    /**
     * Figures of which both EV and AC are known.
     *
     * @param bac budget at completion
     * @param pv planned value to the date
     * @param ev earned value to the date
     * @param ac actual cost to the date
     * @param forecast bottom-up forecast of what is still to be spent
     */
    public EarnedValue(BigDecimal bac, BigDecimal pv, BigDecimal ev, BigDecimal ac, BigDecimal forecast) {
        this(bac, pv, ev, ac, forecast, true, true);
    }

    /**
     * @param bac an amount
     * @return a budget of which nothing is planned for a time yet
     */
    public static EarnedValue budget(BigDecimal bac) {
        return new EarnedValue(bac, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false, false);
    }

    /**
     * @param other figures of another line at the same date and in the same currency
     * @return the figures of both together
     */
    public EarnedValue plus(EarnedValue other) {
        return new EarnedValue(bac.add(other.bac), pv.add(other.pv), ev.add(other.ev), ac.add(other.ac),
                forecast.add(other.forecast), isEarnedKnown || other.isEarnedKnown,
                isActualKnown || other.isActualKnown);
    }

    /**
     * @param other figures of a part of these
     * @return the figures of the rest
     */
    public EarnedValue minus(EarnedValue other) {
        return new EarnedValue(bac.subtract(other.bac), pv.subtract(other.pv), ev.subtract(other.ev),
                ac.subtract(other.ac), forecast.subtract(other.forecast), isEarnedKnown, isActualKnown);
    }

    /** @return AC - PV; above zero more was spent than planned */
    public BigDecimal budgetVariance() {
        return ac.subtract(pv);
    }

    /** @return (AC - PV) / PV; empty when nothing was entered of what was spent */
    public Optional<BigDecimal> budgetVarianceShare() {
        return isActualKnown ? ratio(budgetVariance(), pv) : Optional.empty();
    }

    /** @return CV = EV - AC; below zero the work cost more than it is worth */
    public BigDecimal costVariance() {
        return ev.subtract(ac);
    }

    /** @return CV % = CV / EV, as a fraction; empty when nothing was entered of what was spent */
    public Optional<BigDecimal> costVarianceShare() {
        return isActualKnown ? ratio(costVariance(), ev) : Optional.empty();
    }

    /** @return SV = EV - PV; below zero less was done than planned */
    public BigDecimal scheduleVariance() {
        return ev.subtract(pv);
    }

    /** @return SV % = SV / PV, as a fraction; empty when nothing was entered of what is earned */
    public Optional<BigDecimal> scheduleVarianceShare() {
        return isEarnedKnown ? ratio(scheduleVariance(), pv) : Optional.empty();
    }

    /** @return CPI = EV / AC; empty when nothing was entered of what is earned */
    public Optional<BigDecimal> cpi() {
        return isEarnedKnown ? ratio(ev, ac) : Optional.empty();
    }

    /** @return SPI = EV / PV; empty when nothing was entered of what is earned */
    public Optional<BigDecimal> spi() {
        return isEarnedKnown ? ratio(ev, pv) : Optional.empty();
    }

    /**
     * Estimate at completion. BAC / CPI is computed as BAC x AC / EV, and (BAC - EV) / (CPI x SPI) as
     * (BAC - EV) x AC x PV / EV², so that no rounded index goes into it.
     *
     * @param method how it is computed
     * @param digits decimal places of the result, rounded half up; those of the currency
     * @return EAC
     */
    public Optional<BigDecimal> estimateAtCompletion(EacMethod method, int digits) {
        BigDecimal rest = bac.subtract(ev);
        return switch (method) {
            // CPI is not defined without actual cost, even where BAC x AC / EV would be.
            case BUDGET_OVER_CPI -> ac.signum() == 0 ? Optional.empty() : quotient(bac.multiply(ac), ev, digits);
            case REMAINING_AS_PLANNED -> Optional.of(rounded(ac.add(rest), digits));
            case REMAINING_AT_CPI_SPI -> ac.signum() == 0 || pv.signum() == 0 || ev.signum() == 0
                    ? Optional.empty()
                    : quotient(ac.multiply(ev).multiply(ev).add(rest.multiply(ac).multiply(pv)), ev.multiply(ev),
                            digits);
            case BOTTOM_UP -> Optional.of(rounded(ac.add(forecast), digits));
        };
    }

    /**
     * @param method how EAC is computed
     * @param digits decimal places of EAC
     * @return ETC = EAC - AC
     */
    public Optional<BigDecimal> estimateToComplete(EacMethod method, int digits) {
        return estimateAtCompletion(method, digits).map(eac -> eac.subtract(ac));
    }

    /**
     * @param method how EAC is computed
     * @param digits decimal places of EAC
     * @return VAC = BAC - EAC; below zero the budget does not suffice
     */
    public Optional<BigDecimal> varianceAtCompletion(EacMethod method, int digits) {
        return estimateAtCompletion(method, digits).map(bac::subtract);
    }

    /**
     * @return TCPI(BAC) = (BAC - EV) / (BAC - AC), the cost performance the rest needs to meet the budget; empty when no
     *         money is left: no performance meets the budget then
     */
    public Optional<BigDecimal> tcpiBudget() {
        return toComplete(bac.subtract(ac));
    }

    /**
     * @param method how EAC is computed
     * @param digits decimal places of EAC
     * @return TCPI(EAC) = (BAC - EV) / (EAC - AC), the cost performance the rest needs to meet the estimate; empty when
     *         the estimate leaves no money
     */
    public Optional<BigDecimal> tcpiEstimate(EacMethod method, int digits) {
        return estimateToComplete(method, digits).flatMap(this::toComplete);
    }

    private Optional<BigDecimal> toComplete(BigDecimal left) {
        return left.signum() > 0 && isEarnedKnown ? ratio(bac.subtract(ev), left) : Optional.empty();
    }

    static Optional<BigDecimal> ratio(BigDecimal dividend, BigDecimal divisor) {
        return quotient(dividend, divisor, RATIO_DIGITS);
    }

    private static Optional<BigDecimal> quotient(BigDecimal dividend, BigDecimal divisor, int digits) {
        return divisor.signum() == 0
                ? Optional.empty()
                : Optional.of(dividend.divide(divisor, digits, RoundingMode.HALF_UP));
    }

    private static BigDecimal rounded(BigDecimal value, int digits) {
        return value.setScale(digits, RoundingMode.HALF_UP);
    }
}
