package org.chartroom.exchange.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Months and quarters as cells and headers name them. */
class PeriodTextTest {
    @ParameterizedTest
    @CsvSource({"2026-01, 2026-01", "01/2026, 2026-01", "1.2026, 2026-01", "202601, 2026-01", "2026M01, 2026-01",
            "Jan 2026, 2026-01", "Jan-26, 2026-01", "Jan '26, 2026-01", "M\u00E4rz 2026, 2026-03",
            "janeiro 2026, 2026-01", "2026 Dec, 2026-12", "Q1 2026, 2026-Q1", "2026-Q4, 2026-Q4", "T2/2026, 2026-Q2",
            "3. Quartal 2026, 2026-Q3", "1Q26, 2026-Q1", "2026-01-31, 2026-01-31"})
    void aPeriodIsReadInEveryForm(String text, String period) {
        assertEquals(period, PeriodText.of(text).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-02", "1/2", "13/2026", "2026-13", "2026", "Q5 2026", "Lunch 2026", "May", "2026-02-30"})
    void whatMayBeTwoOrIsNoneIsNoPeriod(String text) {
        assertEquals(Optional.empty(), PeriodText.of(text));
    }

    @ParameterizedTest
    @CsvSource({"Planned 2026-01, Planned, 2026-01", "Actual Jan 26, Actual, 2026-01",
            "2026-01 Planned, Planned, 2026-01",
            "Q1 2026: Forecast, Forecast, 2026-Q1", "Planned (Jan 2026), Planned, 2026-01",
            "Planned 2026-01 (k EUR), Planned, 2026-01"})
    void aHeaderNamesAFieldAndAPeriod(String text, String name, String period) {
        PeriodText.Header header = PeriodText.header(text).orElseThrow();

        assertEquals(name, header.name());
        assertEquals(period, header.span().toString());
    }

    @Test
    void aPeriodThatMayBeADayIsAmbiguous() {
        assertTrue(PeriodText.isAmbiguous("01-02"));
        assertTrue(PeriodText.isAmbiguous("Planned 1/2"));
    }

    @Test
    void aDayIsNoPeriodThatCanBeSaid() {
        assertEquals("\"2026-01-31\" is no month or quarter; write it like 2026-01 or 2026-Q1",
                assertThrows(IllegalArgumentException.class, () -> PeriodSpan.parse("2026-01-31")).getMessage());
    }
}
