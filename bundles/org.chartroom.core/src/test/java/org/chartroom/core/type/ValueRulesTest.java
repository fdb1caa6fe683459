package org.chartroom.core.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.model.Money;
import org.chartroom.model.risk.RiskPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ValueRulesTest {
    private static String problem(Object value) {
        return ValueRules.problem(value).orElseThrow();
    }

    @Test
    void usual_values_are_no_problem() {
        for (Object value : Arrays.asList(null, "Gr\u00f6\u00dfe \uD83D\uDE00\n\t", LocalDate.of(1900, 1, 1),
                LocalDate.of(2200, 12, 31), Instant.parse("2026-03-31T18:00:00Z"), new BigDecimal("1E29"), 1, 1.5, true,
                new BigDecimal("0.0000000000001"), Money.valueOf("-1200.50 EUR"), List.of("a", "b"))) {
            assertEquals(Optional.empty(), ValueRules.problem(value), String.valueOf(value));
        }
    }

    @Test
    void dates_that_no_calendar_has_are_named_with_the_range() {
        assertTrue(problem(LocalDate.of(999_999_999, 1, 1)).contains("is not between 1900-01-01 and 2200-12-31"));
        assertTrue(problem(LocalDate.of(1899, 12, 31)).contains("1899-12-31"));
        assertTrue(problem(Instant.MAX).contains("2200-12-31"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E400000000", "-1E30", "1E-31", "1E-999999999", "1234567890123456789012345678901"})
    void numbers_without_room_to_be_written_out_are_refused_without_writing_them_out(String number) {
        assertTrue(problem(new BigDecimal(number)).contains("at most 30 digits"));
        assertEquals(new BigDecimal(number), new BigDecimal(ValueRules.plain(new BigDecimal(number))));
    }

    @Test
    void amounts_and_fractions_keep_to_the_same_limits() {
        assertTrue(problem(Money.valueOf("1E400000000 EUR")).contains("30 digits"));
        assertTrue(problem(Double.POSITIVE_INFINITY).contains("30 digits"));
        assertThrows(IllegalArgumentException.class, () -> ValueRules.checkedNumber("9".repeat(201)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "a\u0007b", "a\u001b[31m", "\uD83D", "\uDE00\uD83D", "a\uFFFE"})
    void characters_that_no_file_can_hold_are_named(String text) {
        assertTrue(problem(text).contains("the character U+"), problem(text));
        assertTrue(problem(List.of("fine", text)).contains("the character U+"));
    }

    @Property
    void what_is_made_holdable_is_and_keeps_its_length(@ForAll String text) {
        String held = ValueRules.holdable(text);
        assertEquals(text.length(), held.length());
        assertEquals(Optional.empty(), ValueRules.problem(held));
        if (ValueRules.problem(text).isEmpty()) {
            assertEquals(text, held);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa", "hi-u-nu-deva", "th-TH-u-nu-thai", "tr", "bn", "ne", "my"})
    void keys_are_the_same_in_every_language(String language) {
        Locale before = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag(language));
        try {
            assertEquals("R-007", ItemKeys.key(RiskPackage.Literals.RISK, 7));
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, before);
        }
    }
}
