package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ForecastHistory;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceReport;
import org.junit.jupiter.api.Test;

/** The values of a forecast history are read by the laws of all values. */
class ForecastValuesTest {
    private final VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();

    @Test
    void aDayAboveTwelveInTheFirstPlaceTurnsTheUsualOrder() {
        ForecastHistory.into(table("31/03/2026", "04/05/2026"), report);

        assertEquals(LocalDate.of(2026, 5, 4), report.getStatusDate());
    }

    @Test
    void withoutSuchADayTheMonthGoesFirstAsTheseTablesHaveIt() {
        ForecastHistory.into(table("3/31/2026", "04/05/2026"), report);

        assertEquals(LocalDate.of(2026, 4, 5), report.getStatusDate());
    }

    @Test
    void daysThatContradictEachOtherLeaveOneOfTwoMeaningsRefused() {
        CsvTable table = table("31/03/2026", "03/31/2026", "04/05/2026");

        assertTrue(assertThrows(ImportException.class, () -> ForecastHistory.into(table, report)).getMessage()
                .contains("04/05/2026"));
    }

    @Test
    void anImpossibleDayIsRefused() {
        CsvTable table = table("02/30/2026");

        assertTrue(assertThrows(ImportException.class, () -> ForecastHistory.into(table, report)).getMessage()
                .contains("02/30/2026"));
    }

    private static CsvTable table(String... days) {
        List<CsvTable.Row> rows = new ArrayList<>();
        for (String day : days) {
            rows.add(new CsvTable.Row(rows.size() + 2, new String[]{day, "P1", "Alpha", "IT", "Design", "1000",
                    String.valueOf(rows.size()), day, "0"}));
        }
        return new CsvTable("forecast.csv", List.of("Date Reported As Of", "PID", "Project Name", "Category",
                "Current Phase", "Budget Forecast", "Latest Budget Changes", "Forecast Completion",
                "Latest Schedule Changes"), rows);
    }
}
