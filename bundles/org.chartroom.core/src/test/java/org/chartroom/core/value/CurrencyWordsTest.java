package org.chartroom.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Currency;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyWordsTest {
    private static String code(String text) {
        return CurrencyWords.currency(text, Optional.empty()).getCurrencyCode();
    }

    @ParameterizedTest
    @CsvSource({"EUR, EUR", "eur, EUR", "\u20AC, EUR", "Euro, EUR", "EUROS, EUR", "'  euro ', EUR", "US Dollar, USD",
            "US$, USD", "Pound sterling, GBP", "Schweizer Franken, CHF", "franc suisse, CHF", "z\u0142oty, PLN",
            "Yen, JPY", "Renminbi, CNY", "R$, BRL", "Baht, THB"})
    void aWordOfOneCurrencyIsThat(String text, String code) {
        assertEquals(code, code(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "dollar", "Dollars", "pounds", "francs", "kr", "krona", "\u00A5", "lira", "peso"})
    void aWordOfSeveralCurrenciesIsRefusedWithThoseThatMayStandThere(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> code(text));

        assertEquals(true, refused.getMessage().startsWith("\"" + text + "\" may be ")
                && refused.getMessage().contains("write the code, like "), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tbd", "all", "gold", "XXX", "euro dollar"})
    void whatIsNoCurrencyIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> code(text));
    }

    @Test
    void theUsualCurrencyDecidesBetweenThoseOfAWord() {
        assertEquals("CAD", CurrencyWords.currency("dollars", Optional.of(Currency.getInstance("CAD")))
                .getCurrencyCode());
    }

    @Test
    void aUsualCurrencyThatHasNotTheWordDecidesNothing() {
        assertThrows(IllegalArgumentException.class,
                () -> CurrencyWords.currency("dollars", Optional.of(Currency.getInstance("EUR"))));
    }
}
