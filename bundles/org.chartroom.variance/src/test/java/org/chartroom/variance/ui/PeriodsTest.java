package org.chartroom.variance.ui;

import static org.chartroom.model.variance.VariancePackage.Literals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.Reports;
import org.junit.jupiter.api.Test;

class PeriodsTest {
    private final VarianceReport report = Reports.months(2, "2026-02-28");
    private final VarianceLine parent = Reports.line(report, "1");
    private final Periods.Cells january = new Periods.Cells(report.getPeriods().get(0));

    private VarianceLine child(String code, String planned) {
        VarianceLine line = Reports.line(report, code);
        line.setParent(parent);
        Reports.figure(line, 0, planned, null, null);
        return line;
    }

    @Test
    void aSubtotalSaysTheNumbersOfItsLines() {
        child("1.1", "400");
        child("1.2", "-80");
        assertEquals("400 [1.1] + (-80) [1.2]", january.numbers(parent, Literals.LINE_FIGURE__PLANNED));
    }

    @Test
    void aSubtotalOfNothingSaysNothing() {
        child("1.1", "400");
        assertNull(january.numbers(parent, Literals.LINE_FIGURE__ACTUAL));
    }
}
