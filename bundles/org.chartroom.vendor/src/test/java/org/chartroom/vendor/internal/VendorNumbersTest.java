package org.chartroom.vendor.internal;

import static org.chartroom.vendor.Scorecards.measure;
import static org.chartroom.vendor.Scorecards.metric;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.VendorFactory;
import org.chartroom.model.vendor.VendorPackage.Literals;
import org.chartroom.model.vendor.VendorScorecard;
import org.junit.jupiter.api.Test;

class VendorNumbersTest {
    private final VendorScorecard scorecard = VendorFactory.eINSTANCE.createVendorScorecard();
    private final VendorCalculator calculator = new VendorCalculator();

    @Test
    void scoreIsWeightedOverWhatWasMeasured() {
        Metric first = metric(scorecard, "a", "30", "100", "90");
        measure(first, "2026-01-01", "95");
        measure(metric(scorecard, "b", "50", "100", "90"), "2026-01-01", "100");
        metric(scorecard, "c", "20", "100", "90");

        assertEquals(Optional.of("(30 \u00D7 75 + 50 \u00D7 100) / (30 + 50)"),
                calculator.numbers(scorecard, Literals.VENDOR_SCORECARD__SCORE, Evaluation.of(scorecard)));
        assertEquals(Optional.of("(30 + 50) / (30 + 50 + 20)"),
                calculator.numbers(scorecard, Literals.VENDOR_SCORECARD__COVERAGE, Evaluation.of(scorecard)));
        assertEquals(Optional.of("100 \u2212 50 \u00D7 (100 \u2212 95) / (100 \u2212 90), 0 \u2026 100"),
                calculator.numbers(first, Literals.METRIC__LATEST_SCORE, Evaluation.of(first)));
    }

    @Test
    void trendShowsTheScoresOfTheLastSixPeriods() {
        Metric metric = metric(scorecard, "a", "30", "100", "90");
        for (int month = 1; month <= 7; month++) {
            measure(metric, "2026-0" + month + "-01", String.valueOf(92 + month));
        }

        assertEquals(Optional.of("70 \u2192 75 \u2192 80 \u2192 85 \u2192 90 \u2192 95"),
                calculator.numbers(metric, Literals.METRIC__TREND, Evaluation.of(metric)));
    }

    @Test
    void withoutMeasurementsThereIsNothingToSay() {
        assertEquals(Optional.empty(),
                calculator.numbers(scorecard, Literals.VENDOR_SCORECARD__SCORE, Evaluation.of(scorecard)));
    }
}
