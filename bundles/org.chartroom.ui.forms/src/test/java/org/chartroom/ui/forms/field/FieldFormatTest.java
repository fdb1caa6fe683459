package org.chartroom.ui.forms.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.chartroom.model.risk.RiskPackage;
import org.eclipse.emf.ecore.EAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldFormatTest {
    private static final EAttribute TIME = ModelPackage.Literals.COMMENT__WRITTEN_AT;
    private static final Instant EVENING = LocalDateTime.of(2026, 11, 28, 20, 5).atZone(ZoneId.systemDefault())
            .toInstant();

    private static final EAttribute COST = RiskPackage.Literals.RISK__COST_LIKELY;
    private static final EAttribute SHARE = RiskPackage.Literals.RISK__PROBABILITY;
    private static final EAttribute DAY = RiskPackage.Literals.RISK__RAISED_ON;

    private final FieldFormat format = new FieldFormat(Locale.US);

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "en-GB", "de", "fr", "it", "nl", "pl", "ja"})
    void a_time_that_is_shown_is_read_again(String language) {
        FieldFormat here = new FieldFormat(Locale.forLanguageTag(language));

        assertEquals(EVENING, here.parse(TIME, here.text(TIME, EVENING), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-28 20:05", "2026-11-28T20:05", "Nov 28, 2026 20:05", "11/28/2026 20:05"})
    void a_time_is_taken_as_people_and_machines_write_it(String text) {
        assertEquals(EVENING, format.parse(TIME, text, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-28", "Nov 28, 2026"})
    void a_day_alone_is_its_beginning(String text) {
        assertEquals(LocalDateTime.of(2026, 11, 28, 0, 0).atZone(ZoneId.systemDefault()).toInstant(),
                format.parse(TIME, text, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-11-28 25:00", "20:05", "2026-13-01 20:05"})
    void what_is_no_time_is_refused_with_an_example(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> format.parse(TIME, text, null))
                .getMessage();

        assertTrue(message.contains(text) && message.contains("2026-03-31 20:00"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"de|1250.50 EUR|1250.50 EUR", "de|99.99 EUR|99.99 EUR",
            "de|1.250 EUR|1250 EUR", "pt-BR|1.5 EUR|1.5 EUR", "en|1,5 EUR|1.5 EUR", "en|(1,234.56) EUR|-1234.56 EUR",
            "fr|1\u202F234,56 EUR|1234.56 EUR"})
    void noMarkOfATypedAmountIsDropped(String language, String text, String money) {
        assertEquals(Money.valueOf(money), new FieldFormat(Locale.forLanguageTag(language)).parse(COST, text, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000,00 EUR", "500", "$500", "1.5k EUR"})
    void whatIsNoAmountOrNamesNoCurrencyIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> format.parse(COST, text, null));
    }

    @Test
    void aShareThatIsTypedIsPercentWithOrWithoutTheSign() {
        FieldFormat german = new FieldFormat(Locale.GERMANY);

        assertEquals(0, new BigDecimal("0.005").compareTo((BigDecimal) german.parse(SHARE, "0.5", null)));
        assertEquals(0, new BigDecimal("0.125").compareTo((BigDecimal) german.parse(SHARE, "12,5 %", null)));
    }

    @Test
    void anImpossibleDayIsRefused() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new FieldFormat(Locale.GERMANY).parse(DAY, "31.02.2026", null)).getMessage();

        assertTrue(message.contains("31.03.2026"), message);
    }

    @Test
    void aNumberOutsideItsRangeIsRefusedWithTheRange() {
        assertEquals("Probability must be from 0 % to 100 %, not 120 %.",
                assertThrows(IllegalArgumentException.class, () -> format.parse(SHARE, "120", null)).getMessage());
    }

    @Test
    void aPastedColumnIsReadInTheLanguageItSpeaks() {
        FieldFormat pasted = format.ofPasted(COST, List.of("1.250 EUR", "0,125 EUR"));

        assertEquals(Money.valueOf("1250 EUR"), pasted.parse(COST, "1.250 EUR", null));
        assertEquals(Money.valueOf("1250 EUR"), format.ofPasted(COST, List.of("1,250 EUR")).parse(COST, "1,250 EUR",
                null));
        assertThrows(IllegalArgumentException.class,
                () -> format.ofPasted(COST, List.of("1.5 EUR", "1,5 EUR")).parse(COST, "1.250 EUR", null));
    }
}
