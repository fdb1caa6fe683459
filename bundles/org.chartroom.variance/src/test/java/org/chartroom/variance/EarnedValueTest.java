package org.chartroom.variance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.chartroom.model.variance.EacMethod;
import org.junit.jupiter.api.Test;

class EarnedValueTest {
    /** The worked figures of the domain reference. */
    private final EarnedValue worked = figures("100000", "50000", "40000", "60000", "90000");

    @Test
    void variancesOfTheWorkedFigures() {
        assertEquals(new BigDecimal("10000"), worked.budgetVariance());
        assertEquals(some("0.2000"), worked.budgetVarianceShare());
        assertEquals(new BigDecimal("-20000"), worked.costVariance());
        assertEquals(some("-0.5000"), worked.costVarianceShare());
        assertEquals(new BigDecimal("-10000"), worked.scheduleVariance());
        assertEquals(some("-0.2000"), worked.scheduleVarianceShare());
    }

    @Test
    void indicesOfTheWorkedFigures() {
        assertEquals(some("0.6667"), worked.cpi());
        assertEquals(some("0.8000"), worked.spi());
        assertEquals(some("1.5000"), worked.tcpiBudget());
        assertEquals(some("0.6667"), worked.tcpiEstimate(EacMethod.BUDGET_OVER_CPI, 2));
    }

    @Test
    void estimatesOfTheWorkedFiguresByTheFourMethods() {
        assertEquals(some("150000.00"), worked.estimateAtCompletion(EacMethod.BUDGET_OVER_CPI, 2));
        assertEquals(some("120000.00"), worked.estimateAtCompletion(EacMethod.REMAINING_AS_PLANNED, 2));
        assertEquals(some("172500.00"), worked.estimateAtCompletion(EacMethod.REMAINING_AT_CPI_SPI, 2));
        assertEquals(some("150000.00"), worked.estimateAtCompletion(EacMethod.BOTTOM_UP, 2));
        assertEquals(some("-50000.00"), worked.varianceAtCompletion(EacMethod.BUDGET_OVER_CPI, 2));
        assertEquals(some("90000.00"), worked.estimateToComplete(EacMethod.BUDGET_OVER_CPI, 2));
    }

    /** Kathy Schwalbe, Information Technology Project Management, chapter 7, exercise on a six-month project. */
    @Test
    void exerciseOfSchwalbe() {
        EarnedValue project = figures("200000", "120000", "100000", "90000", "0");

        assertEquals(new BigDecimal("10000"), project.costVariance());
        assertEquals(new BigDecimal("-20000"), project.scheduleVariance());
        assertEquals(some("1.1111"), project.cpi());
        assertEquals(some("0.8333"), project.spi());
        assertEquals(some("180000.00"), project.estimateAtCompletion(EacMethod.BUDGET_OVER_CPI, 2));
    }

    /** Simplilearn, Earned Value Management part IV, example I: 100 hours planned, 110 spent, 10 to go, 100 an hour. */
    @Test
    void exampleOfATaskThatShouldBeDone() {
        EarnedValue task = figures("10000", "10000", "9166.67", "11000", "1000");

        assertEquals(new BigDecimal("-833.33"), task.scheduleVariance());
        assertEquals(some("0.9167"), task.spi());
        assertEquals(some("12000.00"), task.estimateAtCompletion(EacMethod.BOTTOM_UP, 2));
        assertEquals(some("-2000.00"), task.varianceAtCompletion(EacMethod.BOTTOM_UP, 2));
    }

    /** Construction board review, project control: BAC 5,000,000, EV 1,500,000, AC 1,800,000. */
    @Test
    void estimateOfABuildingProject() {
        EarnedValue project = figures("5000000", "1500000", "1500000", "1800000", "0");

        assertEquals(some("6000000.00"), project.estimateAtCompletion(EacMethod.BUDGET_OVER_CPI, 2));
    }

    @Test
    void nothingAtAllGivesNoRatioAndNoException() {
        EarnedValue nothing = EarnedValue.ZERO;

        assertEquals(Optional.empty(), nothing.budgetVarianceShare());
        assertEquals(Optional.empty(), nothing.costVarianceShare());
        assertEquals(Optional.empty(), nothing.scheduleVarianceShare());
        assertEquals(Optional.empty(), nothing.cpi());
        assertEquals(Optional.empty(), nothing.spi());
        assertEquals(Optional.empty(), nothing.tcpiBudget());
        for (EacMethod method : EacMethod.VALUES) {
            assertEquals(Optional.empty(), nothing.tcpiEstimate(method, 2), method.getLiteral());
        }
        assertEquals(Optional.empty(), nothing.estimateAtCompletion(EacMethod.BUDGET_OVER_CPI, 2));
        assertEquals(Optional.empty(), nothing.estimateAtCompletion(EacMethod.REMAINING_AT_CPI_SPI, 2));
        assertEquals(some("0.00"), nothing.estimateAtCompletion(EacMethod.REMAINING_AS_PLANNED, 2));
    }

    @Test
    void moneySpentAndNothingEarnedGivesNoEstimateByIndex() {
        EarnedValue started = figures("100", "10", "0", "20", "70");

        assertEquals(some("0.0000"), started.cpi());
        assertEquals(Optional.empty(), started.estimateAtCompletion(EacMethod.BUDGET_OVER_CPI, 2));
        assertEquals(Optional.empty(), started.estimateAtCompletion(EacMethod.REMAINING_AT_CPI_SPI, 2));
        assertEquals(some("120.00"), started.estimateAtCompletion(EacMethod.REMAINING_AS_PLANNED, 2));
        assertEquals(some("90.00"), started.estimateAtCompletion(EacMethod.BOTTOM_UP, 2));
    }

    @Test
    void budgetThatIsSpentGivesNoToCompleteIndex() {
        assertEquals(Optional.empty(), figures("100", "100", "80", "100", "0").tcpiBudget());
    }

    @Test
    void overspentBudgetCanNotBeMetByAnyPerformance() {
        assertEquals(Optional.empty(), figures("100", "100", "80", "110", "0").tcpiBudget());
    }

    @Test
    void amountsBeyondDoubleStayExact() {
        EarnedValue huge = figures("90071992547409930.01", "90071992547409930.01", "90071992547409930.01",
                "90071992547409930.00", "0");

        assertEquals(new BigDecimal("0.01"), huge.costVariance());
        assertEquals(some("90071992547409930.00"), huge.estimateAtCompletion(EacMethod.BUDGET_OVER_CPI, 2));
    }

    @Test
    void yenHaveNoDecimals() {
        assertEquals(some("333"), figures("1000", "100", "300", "100", "0")
                .estimateAtCompletion(EacMethod.BUDGET_OVER_CPI, 0));
    }

    @Property
    void sumDoesNotDependOnTheOrder(@ForAll List<@LongRange(min = -1_000_000, max = 1_000_000) Long> cents) {
        List<EarnedValue> lines = cents.stream().map(EarnedValueTest::line).toList();
        List<EarnedValue> reversed = new java.util.ArrayList<>(lines);
        java.util.Collections.reverse(reversed);

        assertEquals(lines.stream().reduce(EarnedValue.ZERO, EarnedValue::plus),
                reversed.stream().reduce(EarnedValue.ZERO, EarnedValue::plus));
    }

    @Property
    void whatIsMissingInTheBudgetIsTheEstimateAboveIt(@ForAll @LongRange(min = 0, max = 1_000_000_000) long bac,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long ev,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long ac, @ForAll EacMethod method) {
        EarnedValue figures = new EarnedValue(cents(bac), cents(bac), cents(ev), cents(ac), cents(bac));
        Optional<BigDecimal> estimate = figures.estimateAtCompletion(method, 2);

        assertEquals(estimate.isPresent(), figures.varianceAtCompletion(method, 2).isPresent());
        estimate.ifPresent(eac -> {
            assertEquals(0, figures.bac().compareTo(eac.add(figures.varianceAtCompletion(method, 2).orElseThrow())));
            assertEquals(0, eac.compareTo(figures.ac().add(figures.estimateToComplete(method, 2).orElseThrow())));
        });
    }

    @Property
    void costIndexIsBelowOneExactlyWhenTheCostVarianceIsBelowZero(
            @ForAll @LongRange(min = 1, max = 1_000_000) long ev,
            @ForAll @LongRange(min = 1, max = 1_000_000) long ac) {
        EarnedValue figures = new EarnedValue(cents(ev), cents(ev), cents(ev), cents(ac), BigDecimal.ZERO);
        BigDecimal cpi = figures.cpi().orElseThrow();

        // Rounding may bring an index to 1, never beyond it.
        assertTrue(figures.costVariance().signum() >= 0
                ? cpi.compareTo(BigDecimal.ONE) >= 0
                : cpi.compareTo(BigDecimal.ONE) <= 0);
    }

    private static EarnedValue line(long amount) {
        return new EarnedValue(cents(amount), cents(amount / 2), cents(amount / 3), cents(amount / 4),
                cents(amount / 5));
    }

    private static BigDecimal cents(long amount) {
        return BigDecimal.valueOf(amount, 2);
    }

    private static EarnedValue figures(String bac, String pv, String ev, String ac, String forecast) {
        return new EarnedValue(new BigDecimal(bac), new BigDecimal(pv), new BigDecimal(ev), new BigDecimal(ac),
                new BigDecimal(forecast));
    }

    private static Optional<BigDecimal> some(String value) {
        return Optional.of(new BigDecimal(value));
    }
}
