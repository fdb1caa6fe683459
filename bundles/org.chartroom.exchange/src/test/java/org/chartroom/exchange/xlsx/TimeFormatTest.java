package org.chartroom.exchange.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cells show of days and times. */
class TimeFormatTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"yyyy-mm-dd|46112|2026-03-31",
            "dd.mm.yyyy hh:mm|46112.75|2026-03-31T18:00", "mmm-yy|46112|2026-03-31", "dddd|46112|2026-03-31",
            "h:mm|0.5|12:00", "hh:mm:ss|0.50001|12:00:01", "h:mm AM/PM|0.75|18:00", "[h]:mm|1.5|36:00",
            "[hh]:mm:ss|2|48:00", "[mm]|0.0625|1:30", "h:mm|46112.5|2026-03-31T12:00", "d/m/yyyy|60|1900-02-29",
            "h \"days\"|0.25|6:00", "[$-407]d. mmmm yyyy|46112|2026-03-31", "mm:ss|0.0001|0:00:09"})
    void a_cell_is_read_as_it_is_shown(String format, double days, String expected) {
        assertEquals(expected, TimeFormat.of(format).text(days, false));
    }

    @ParameterizedTest
    @CsvSource({"yyyy-mm-dd, 60, 1904-03-01", "yyyy-mm-dd, 44650, 2026-03-31"})
    void days_may_be_counted_from_1904_on(String format, double days, String expected) {
        assertEquals(expected, TimeFormat.of(format).text(days, true));
    }
}
