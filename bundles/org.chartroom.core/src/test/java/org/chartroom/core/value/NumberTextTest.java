package org.chartroom.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The short way of usual numbers leads to what the long way does. */
class NumberTextTest {
    /** Says the direction of what is behind it, and nothing of the number; only the long way knows it. */
    private static final String UNSEEN = "\u200E";

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(0).ofMaxLength(7);
        Arbitrary<String> marks = Arbitraries.of("", ".", ",", " ", "'", "..", ".,");
        Arbitrary<String> units = Arbitraries.of("", " EUR", "EUR", " eur", "  EUR", " \u20AC", " %", " EURO", " E5",
                "E5",
                ".-", " AB1");
        return Combinators.combine(digits, marks, digits, marks, digits, units)
                .as((a, b, c, d, e, unit) -> a + b + c + d + e + unit);
    }

    @Property
    void aNumberIsReadAsItIsWithAnUnseenMarkBeforeIt(@ForAll("numbers") String text) {
        Optional<NumberText> read = NumberText.of(text, true);

        assertEquals(NumberText.of(UNSEEN + text, true), read);
    }
}
