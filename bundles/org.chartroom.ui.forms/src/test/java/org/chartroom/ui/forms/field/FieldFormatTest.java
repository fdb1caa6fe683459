package org.chartroom.ui.forms.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;

import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EAttribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldFormatTest {
    private static final EAttribute TIME = ModelPackage.Literals.COMMENT__WRITTEN_AT;
    private static final Instant EVENING = LocalDateTime.of(2026, 11, 28, 20, 5).atZone(ZoneId.systemDefault())
            .toInstant();

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
}
