package org.chartroom.variance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.variance.EacMethod;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.model.variance.VarianceStatus;
import org.chartroom.variance.internal.VarianceCalculator;
import org.junit.jupiter.api.Test;

/** What nothing was entered of is not available: it is neither zero nor green nor red. */
class FiguresWithoutDataTest {
    private final VarianceReport report = Reports.months(5, "2026-05-31");
    private final VarianceLine line = Reports.line(report, "1");

    private EarnedValue figures() {
        return ReportFigures.of(report).line(line);
    }

    @Test
    void withoutActualCostTheBudgetHasNoStatus() {
        Reports.figure(line, 0, "100", "90", null);
        assertEquals(Optional.empty(), Thresholds.of(report).budget(figures()));
        assertEquals(Optional.empty(), Thresholds.of(report).cost(figures()));
        assertEquals(Optional.empty(), figures().budgetVarianceShare());
        assertEquals(Optional.empty(), figures().cpi());
    }

    @Test
    void actualCostOfZeroThatWasEnteredIsGreen() {
        Reports.figure(line, 0, "100", "90", "0");
        assertEquals(Optional.of(VarianceStatus.GREEN), Thresholds.of(report).budget(figures()));
    }

    @Test
    void withoutEarnedValueTheScheduleHasNoStatusAndNoIndex() {
        Reports.figure(line, 0, "100", null, "50");
        assertEquals(Optional.empty(), Thresholds.of(report).schedule(figures()));
        assertEquals(Optional.empty(), figures().spi());
        assertEquals(Optional.empty(), figures().cpi());
        assertEquals(Optional.empty(), figures().tcpiBudget());
        assertEquals(Optional.empty(), ReportFigures.of(report).timeIndex(line));
    }

    @Test
    void earnedValueOfZeroThatWasEnteredIsRed() {
        Reports.figure(line, 0, "100", "0", "50");
        assertEquals(Optional.of(VarianceStatus.RED), Thresholds.of(report).schedule(figures()));
        assertEquals(0, figures().spi().orElseThrow().signum());
        assertEquals(0, ReportFigures.of(report).timeIndex(line).orElseThrow().signum());
    }

    @Test
    void aSubtotalKnowsWhatOneOfItsLinesKnows() {
        VarianceLine parent = Reports.line(report, "P");
        VarianceLine other = Reports.line(report, "2");
        line.setParent(parent);
        other.setParent(parent);
        Reports.figure(line, 0, "100", "50", null);
        Reports.figure(other, 0, "100", null, "80");
        assertEquals(0, new BigDecimal("0.25").compareTo(ReportFigures.of(report).line(parent).spi().orElseThrow()));
        assertEquals(0, new BigDecimal("0.625").compareTo(ReportFigures.of(report).total().cpi().orElseThrow()));
    }

    /** Before the work is to begin, ES would be the idle periods before it. */
    @Test
    void beforeAnythingIsPlannedOrEarnedThereIsNoTimeIndex() {
        Reports.figure(line, 0, "0", "0", "0");
        Reports.figure(line, 4, "100", null, null);
        report.setStatusDate(LocalDate.of(2026, 4, 30));
        assertEquals(Optional.empty(), ReportFigures.of(report).earnedSchedule(line));
        assertEquals(Optional.empty(), ReportFigures.of(report).timeIndex(line));
    }

    /** Lipke, Earned Schedule, 2009: the index of finished work is planned duration by actual duration. */
    @Test
    void workThatWasDoneOnTimeKeepsItsTimeIndexOfOne() {
        for (int month = 0; month < 4; month++) {
            Reports.figure(line, month, "25", "25", "25");
        }
        assertEquals(new BigDecimal("1.0000"), ReportFigures.of(report).timeIndex(line).orElseThrow());
    }

    @Test
    void workThatWasDoneAMonthLateKeepsTheIndexOfItsLastMonth() {
        for (int month = 0; month < 2; month++) {
            Reports.figure(line, month, "50", null, "50");
        }
        Reports.figure(line, 2, null, "100", "10");
        assertEquals(new BigDecimal("0.6667"), ReportFigures.of(report).timeIndex(line).orElseThrow());
        report.setStatusDate(LocalDate.of(2026, 3, 31));
        assertEquals(new BigDecimal("0.6667"), ReportFigures.of(report).timeIndex(line).orElseThrow());
    }

    @Test
    void workThatIsNotFinishedIsMeasuredByTheTimeThatHasPassed() {
        for (int month = 0; month < 4; month++) {
            Reports.figure(line, month, "25", month == 3 ? "24" : "25", "25");
        }
        assertEquals(new BigDecimal("0.7920"), ReportFigures.of(report).timeIndex(line).orElseThrow());
    }

    @Test
    void withNoMoneyLeftThereIsNoPerformanceToComplete() {
        Reports.figure(line, 0, "100", "50", "100");
        assertEquals(Optional.empty(), figures().tcpiBudget());
        Reports.figure(line, 1, "0", null, "50");
        assertEquals(Optional.empty(), figures().tcpiBudget());
        assertEquals(Optional.empty(), figures().tcpiEstimate(EacMethod.BOTTOM_UP, 2));
    }

    /** Three thirds of a cent are a cent: each alone is rounded to nothing. */
    @Test
    void amountsAreAddedBeforeTheyAreRounded() {
        for (int i = 0; i < 3; i++) {
            Reports.figure(Reports.line(report, "part " + i), 0, "0.0034", "0.0034", "0.0034");
        }
        EarnedValue total = ReportFigures.of(report).total();
        assertEquals(new BigDecimal("0.0102"), total.pv());
        assertEquals(new BigDecimal("0.01"),
                new VarianceCalculator().value(report, VariancePackage.Literals.MEASURED__PLANNED_VALUE,
                        Evaluation.of(report)));
    }

    @Test
    void aReportWithoutAnyDateHasNone() {
        VarianceReport undated = Reports.months(0, "2026-01-31");
        undated.setStatusDate(null);
        assertFalse(ReportFigures.of(undated).isDated());
    }
}
