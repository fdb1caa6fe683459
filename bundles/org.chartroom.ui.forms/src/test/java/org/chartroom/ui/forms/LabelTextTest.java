package org.chartroom.ui.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LabelTextTest {
    @Test
    void a_label_shows_an_ampersand_as_it_is() {
        assertEquals("R&&D", LabelText.label("R&D"));
        assertEquals("R&D", LabelText.line("R&D"));
        assertEquals("R&&D", LabelText.tip("R&D"));
    }

    @Test
    void a_line_has_no_breaks_and_no_room_at_its_ends() {
        assertEquals("one two three", LabelText.line(" one\r\n two\t three\n"));
    }

    @Test
    void a_line_that_is_too_long_ends_with_an_ellipsis() {
        String line = LabelText.line("W".repeat(120_000));
        assertEquals(100, line.length());
        assertTrue(line.endsWith("W\u2026"));
        assertEquals("W".repeat(100), LabelText.line("W".repeat(100)));
    }

    @Test
    void no_letter_is_cut_in_two() {
        String letter = "\uD83D\uDE00";
        assertFalse(Character.isHighSurrogate(LabelText.shortened(letter.repeat(9), 6).charAt(4)));
        LabelText.lines(letter.repeat(500)).lines()
                .forEach(line -> assertEquals(line.length() / 2, line.codePointCount(0, line.length())));
    }

    @Test
    void what_turns_the_direction_of_reading_is_seen() {
        assertEquals("invoice\uFFFDfdp.exe", LabelText.line("invoice\u202Efdp.exe"));
        assertEquals("a\uFFFDb", LabelText.paragraph("a\u0007b"));
    }

    @Test
    void an_at_sign_in_a_menu_is_no_key() {
        assertEquals("a@b@", LabelText.action("a@b"));
        assertEquals("a", LabelText.action("a"));
    }

    @Test
    void pieces_keep_all_letters() {
        String text = "W".repeat(12_345) + "\n\n" + "two words";
        assertTrue(LabelText.isUnbroken(text));
        String pieces = LabelText.pieces(text);
        assertFalse(LabelText.isUnbroken(pieces));
        assertEquals(text.replace("\n", ""), pieces.replace("\n", ""));
        assertEquals("as it is &", LabelText.pieces("as it is &"));
    }

    @Test
    void nothing_stays_nothing() {
        assertEquals("", LabelText.line(null));
        assertEquals("", LabelText.pieces(null));
        assertNull(LabelText.tip(null));
        assertNull(LabelText.paragraph(null));
    }
}
