package org.chartroom.variance.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.variance.EacMethod;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VariancePackage.Literals;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BAC 100, PV 50, EV 40 and AC 60, the worked example of earned value. */
class VarianceNumbersTest {
    private final VarianceReport report = Reports.months(4, "2026-02-28");
    private final VarianceLine line = Reports.line(report, "1");
    private final VarianceCalculator calculator = new VarianceCalculator();

    private void workedExample() {
        Reports.figure(line, 0, "20", "15", "25");
        Reports.figure(line, 1, "30", "25", "35");
        Reports.figure(line, 2, "50", null, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"BUDGET_OVER_CPI; BAC / CPI = 100 / (40 / 60)",
            "REMAINING_AS_PLANNED; AC + (BAC \u2212 EV) = 60 + (100 \u2212 40)",
            "REMAINING_AT_CPI_SPI; AC + (BAC \u2212 EV) / (CPI \u00D7 SPI) = 60 + (100 \u2212 40) / (40 / 60 \u00D7 40 / 50)",
            "BOTTOM_UP; AC + \u03A3 = 60 + 0"})
    void estimateNamesItsMethodAndNumbers(EacMethod method, String numbers) {
        workedExample();
        report.setEacMethod(method);

        assertEquals(Optional.of(numbers),
                calculator.numbers(report, Literals.MEASURED__ESTIMATE_AT_COMPLETION, Evaluation.of(report)));
    }

    @Test
    void budgetIsTheSumOfThePeriodsAndOfTheChanges() {
        workedExample();
        assertEquals(Optional.of("20 + 30 + 50"),
                calculator.numbers(line, Literals.MEASURED__BUDGET_AT_COMPLETION, Evaluation.of(line)));

        Reports.change(line, "2026-01-15", "7");

        assertEquals(Optional.of("20 + 30 + 50 + \u0394 7"),
                calculator.numbers(line, Literals.MEASURED__BUDGET_AT_COMPLETION, Evaluation.of(line)));
    }

    @Test
    void earnedScheduleShowsTheLastPeriodThatWasReached() {
        workedExample();

        assertEquals(Optional.of("1 + (40 \u2212 20) / 30"),
                calculator.numbers(line, Literals.MEASURED__EARNED_SCHEDULE, Evaluation.of(line)));
    }

    @Test
    void actualCostIsThatOfThePeriodsToTheStatusDate() {
        workedExample();
        Reports.figure(line, 3, null, null, "99");

        assertEquals(Optional.of("25 + 35"),
                calculator.numbers(report, Literals.MEASURED__ACTUAL_COST, Evaluation.of(report)));
    }

    @Test
    void statusShowsTheShareAndTheThresholds() {
        workedExample();

        assertEquals(Optional.of("20 %; < 5 % < 10 %"),
                calculator.numbers(line, Literals.MEASURED__BUDGET_STATUS, Evaluation.of(line)));
    }

    @Test
    void withoutNumbersThereIsNothingToSay() {
        assertEquals(Optional.empty(),
                calculator.numbers(line, Literals.MEASURED__EARNED_SCHEDULE, Evaluation.of(line)));
        assertEquals(Optional.empty(), calculator.numbers(line, Literals.MEASURED__BUDGET_STATUS, Evaluation.of(line)));
    }
}
