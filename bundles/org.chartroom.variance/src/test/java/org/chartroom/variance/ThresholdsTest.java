package org.chartroom.variance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;

import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.model.variance.VarianceStatus;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    private final VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();
    private final Thresholds thresholds = Thresholds.of(report);

    @Test
    void reportStartsWithFiveAndTenPercent() {
        report.setAmberThreshold(null);
        report.setRedThreshold(null);

        assertEquals(thresholds, Thresholds.of(report));
        assertEquals(new BigDecimal("0.05"), thresholds.amber());
        assertEquals(new BigDecimal("0.10"), thresholds.red());
    }

    @Test
    void budgetTurnsAmberAndRedExactlyAtItsThresholds() {
        assertEquals(Optional.of(VarianceStatus.GREEN), thresholds.budget(spent("104.99")));
        assertEquals(Optional.of(VarianceStatus.AMBER), thresholds.budget(spent("105.00")));
        assertEquals(Optional.of(VarianceStatus.AMBER), thresholds.budget(spent("109.99")));
        assertEquals(Optional.of(VarianceStatus.RED), thresholds.budget(spent("110.00")));
    }

    @Test
    void moneyThatIsLeftIsGreenHoweverMuch() {
        assertEquals(Optional.of(VarianceStatus.GREEN), thresholds.budget(spent("1")));
    }

    @Test
    void moneySpentWithoutAPlanIsRedAndNothingAtAllHasNoStatus() {
        EarnedValue unplanned = new EarnedValue(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE,
                BigDecimal.ZERO);

        assertEquals(Optional.of(VarianceStatus.RED), thresholds.budget(unplanned));
        assertEquals(Optional.empty(), thresholds.budget(EarnedValue.ZERO));
        assertEquals(Optional.empty(), thresholds.cost(unplanned));
        assertEquals(Optional.empty(), thresholds.schedule(unplanned));
    }

    @Test
    void costAndScheduleAreAdverseBelowZero() {
        EarnedValue late = new EarnedValue(BigDecimal.TEN, new BigDecimal("100"), new BigDecimal("94"),
                new BigDecimal("94"), BigDecimal.ZERO);

        assertEquals(Optional.of(VarianceStatus.AMBER), thresholds.schedule(late));
        assertEquals(Optional.of(VarianceStatus.GREEN), thresholds.cost(late));
    }

    private static EarnedValue spent(String amount) {
        return new EarnedValue(new BigDecimal("1000"), new BigDecimal("100"), new BigDecimal("100"),
                new BigDecimal(amount), BigDecimal.ZERO);
    }
}
