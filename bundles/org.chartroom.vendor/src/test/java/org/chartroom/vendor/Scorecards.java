package org.chartroom.vendor;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.chartroom.model.vendor.Measurement;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.MetricDirection;
import org.chartroom.model.vendor.VendorFactory;
import org.chartroom.model.vendor.VendorScorecard;

/** Makes scorecards for tests. */
public final class Scorecards {
    private Scorecards() {
    }

    /** @return a metric that was added to the scorecard */
    public static Metric metric(VendorScorecard scorecard, String title, String weight, String target,
            String minimum) {
        Metric metric = VendorFactory.eINSTANCE.createMetric();
        metric.setTitle(title);
        metric.setWeight(decimal(weight));
        metric.setTarget(decimal(target));
        metric.setMinimum(decimal(minimum));
        metric.setDirection(MetricDirection.HIGHER_IS_BETTER);
        scorecard.getMetrics().add(metric);
        return metric;
    }

    /** @return a measurement that was added to the metric */
    public static Measurement measure(Metric metric, String day, String value) {
        Measurement measurement = VendorFactory.eINSTANCE.createMeasurement();
        measurement.setPeriod(LocalDate.parse(day));
        measurement.setValue(decimal(value));
        metric.getMeasurements().add(measurement);
        return measurement;
    }

    /** @return the number; null for null */
    public static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
