package org.chartroom.exchange.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatSectionTest {
    private static String text(String format, String number) {
        BigDecimal exact = new BigDecimal(number);
        return FormatSection.of(FormatSection.of(format), exact).text(exact);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"General|1.5|1.5", "0.00|1.5|1.5",
            "#,##0|1234567|1234567",
            "#,##0.00;[Red]-#,##0.00|-5|-5", "(#,##0)|-5|-5", "#,##0_);(#,##0)|-5|-5", "#\\ ##0|1234|1234",
            "# ##0,00|1234|1234", "+0;-0;0|5|5", "0.00E+00|1500|1500", "# ?/?|0.5|0.5",
            "_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-|0|0",
            "_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-|-7.5|-7.5"})
    void aNumberThatIsShownAsSuchIsOne(String format, String number, String expected) {
        assertEquals(expected, text(format, number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"#,##0\" TEUR\"|1.5|1.5 TEUR",
            "#,##0.0\" Mio. EUR\"|1.5|1.5 Mio. EUR", "0.0\"M\"|1.5|1.5 M", "0.0\"k\"|1.5|1.5 k",
            "\"TEUR\" 0|1.5|TEUR 1.5",
            "0.00\" USD/yr\"|1.5|1.5 USD/yr", "0\"%\"|50|50 %", "0.0\\%|0.5|0.5 %", "0.0\"\u2030\"|0.5|0.5 \u2030",
            "0.0\" k\u20ac\"|1.5|1.5 k\u20ac", "[$\u20ac-407] 0.0\"M\"|1.5|1.5 M EUR", "0%\" p.a.\"|0.05|5% p.a.",
            "0;0\" DR\"|-5|-5 DR", "[>=1000]0\" k\";0|5|5", "[>=1000]0\" k\";0|5000|5000 k"})
    void whatIsShownBesideANumberComesWithIt(String format, String number, String expected) {
        assertEquals(expected, text(format, number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"#,##0,\"k\"|1500|1500",
            "#,##0.0,\" Tsd. EUR\"|1500|1500 EUR",
            "0.0,,\" Mio. \u20ac\"|1500000|1500000 EUR", "#,##0,[$\u20ac-407]|1500|1.5 \u00d7 1000 EUR",
            "#,##0,|1500|1.5 \u00d7 1000", "0.0,,\"k\"|1500000|1.5 k \u00d7 1000000"})
    void digitsThatAreNotShownAreOnlyLeftOutWhereAWordSaysSo(String format, String number, String expected) {
        assertEquals(expected, text(format, number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"#,##0.00 \u20ac|1.5|1.5 EUR", "\"$\"#,##0|5|5 $",
            "[$$-409]#,##0.00|5|5 USD", "[$kr.-406] 0|5|5 DKK", "\"kr.\"0|5|5 kr.", "0\" lei\"|5|5 lei",
            "0 \"USD\"|5|5 USD", "0.00\\ \\\u20ac|5|5 EUR",
            "_-* #,##0.00 \u20ac_-;-* #,##0.00 \u20ac_-;_-* \"-\"?? \u20ac_-;_-@_-|0|0 EUR",
            "_-* #,##0.00 \u20ac_-;-* #,##0.00 \u20ac_-;_-* \"-\"?? \u20ac_-;_-@_-|-3|-3 EUR"})
    void theSignOfACurrencyIsItsCode(String format, String number, String expected) {
        assertEquals(expected, text(format, number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"000-000|7|000-007", "0000\"-A\"|7|0007-A",
            "\"R-\"###|7|R-7",
            "#\"-2026\"|7|7-2026", "[Blue]\"R-\"000|7|R-007", "00000;@|7|00007", "\"R-\"000_)|7|R-007",
            "[$-407]00000|7|00007", "000\\ 000|7|000 007", "\"A\"00\"B\"|7|A07B", "\"R-\"0|7|R-7", "R\\-000|7|R-007",
            "000-00-0000|123456789|123-45-6789", "00-00|1234567|12345-67", "00000|0|00000", "\"Q\"0|3|Q3",
            "\"a;b\"00|7|a;b07"})
    void aKeyIsReadAsItIsShown(String format, String number, String expected) {
        assertEquals(expected, text(format, number));
    }
}
