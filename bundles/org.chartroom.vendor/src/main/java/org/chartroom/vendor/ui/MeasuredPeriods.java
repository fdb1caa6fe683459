package org.chartroom.vendor.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.chartroom.model.Element;
import org.chartroom.model.vendor.Measurement;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.PeriodLength;
import org.chartroom.model.vendor.VendorFactory;
import org.chartroom.model.vendor.VendorPackage;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.ui.forms.grid.PeriodColumn;
import org.chartroom.vendor.Periods;
import org.chartroom.vendor.ScorecardFigures;
import org.eclipse.emf.ecore.EReference;

/** The periods that have a column, and what the metrics have in them. */
final class MeasuredPeriods {
    private static final int COLUMNS = 12;

    private MeasuredPeriods() {
    }

    /** Gives the twelve periods that end with this one, or with a later one that was measured. */
    static List<LocalDate> shown(VendorScorecard scorecard, LocalDate today) {
        PeriodLength length = scorecard.getPeriodLength();
        LocalDate last = Periods.start(today, length);
        LocalDate measured = ScorecardFigures.of(scorecard).latestPeriod().orElse(last);
        last = measured.isAfter(last) ? measured : last;
        List<LocalDate> periods = new ArrayList<>();
        for (int i = COLUMNS - 1; i >= 0; i--) {
            periods.add(Periods.plus(last, -i, length));
        }
        return periods;
    }

    /** What the metrics have in one period. */
    record Cells(LocalDate period, PeriodLength length) implements PeriodColumn.Cells {
        @Override
        public EReference list() {
            return VendorPackage.Literals.METRIC__MEASUREMENTS;
        }

        @Override
        public Element find(Element row) {
            Measurement found = null;
            for (Measurement measurement : ((Metric) row).getMeasurements()) {
                if (measurement.getPeriod() != null
                        && Periods.start(measurement.getPeriod(), length).equals(period)) {
                    found = measurement;
                }
            }
            return found;
        }

        @Override
        public Element create(Element row) {
            Measurement measurement = VendorFactory.eINSTANCE.createMeasurement();
            measurement.setId(UUID.randomUUID().toString());
            measurement.setPeriod(period);
            return measurement;
        }
    }
}
