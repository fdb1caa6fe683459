package org.chartroom.vendor.report;

import static org.chartroom.vendor.Scorecards.measure;
import static org.chartroom.vendor.Scorecards.metric;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.chartroom.chart.TimeCurves;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.VendorFactory;
import org.chartroom.model.vendor.VendorScorecard;
import org.junit.jupiter.api.Test;

/** What the trend charts of a vendor show. */
class VendorChartsTest {
    private final VendorScorecard scorecard = VendorFactory.eINSTANCE.createVendorScorecard();
    private final Metric metric = metric(scorecard, "Availability", "100", "99.9", "99.5");

    private String axis() {
        return VendorCharts.metric(scorecard, metric).map(TimeCurves::amountTitle).orElseThrow();
    }

    @Test
    void the_trend_of_a_metric_names_it_and_its_unit() {
        measure(metric, "2026-03-01", "99.7");
        metric.setUnit("%");
        assertEquals("Availability (%)", axis());
    }

    @Test
    void the_trend_of_a_metric_without_a_unit_names_it_alone() {
        measure(metric, "2026-03-01", "99.7");
        metric.setUnit(" ");
        assertEquals("Availability", axis());
        metric.setUnit(null);
        assertEquals("Availability", axis());
    }

    @Test
    void the_values_stand_against_target_and_minimum() {
        measure(metric, "2026-03-01", "99.7");
        assertEquals(List.of("Value", "Target", "Minimum"), VendorCharts.metric(scorecard, metric).orElseThrow()
                .lines().stream().map(TimeCurves.Line::label).toList());
    }

    @Test
    void without_a_measurement_there_is_no_trend() {
        assertEquals(Optional.empty(), VendorCharts.metric(scorecard, metric));
        assertEquals(Optional.empty(), VendorCharts.scores(scorecard));
    }
}
