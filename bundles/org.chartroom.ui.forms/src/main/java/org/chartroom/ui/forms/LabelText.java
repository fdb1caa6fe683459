package org.chartroom.ui.forms;

import org.eclipse.jface.action.LegacyActionTools;

/**
 * Makes texts of users fit for what shows them. A widget with a mnemonic takes "&amp;" for its mark, a heading grows with
 * its text, and GTK lays out a line that it can't break in a time that grows with the square of its length.
 */
public final class LabelText {
    /** Letters that a field of one line holds: GTK takes the rest away without a word. */
    public static final int LONGEST_ENTRY = 65_535;
    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_TIP = 1_000;
    private static final int LONGEST_PARAGRAPH = 8_000;
    private static final int LONGEST_WORD = 80;
    /** A wrapped field shows no longer run of letters as it is: 2,000 take a twentieth of a second, 20,000 four. */
    private static final int LONGEST_RUN = 2_000;
    private static final char ELLIPSIS = '\u2026';
    private static final char UNSHOWABLE = '\uFFFD';

    private LabelText() {
    }

    /**
     * For what has no mnemonics: hyperlinks, tabs of editors, titles of windows, lines of tables.
     *
     * @param text any text; may be null
     * @return it in one line, shortened with an ellipsis; what would turn the direction of reading or is a control
     *         character is shown as one that can't be shown
     */
    public static String line(String text) {
        return shortened(text, LONGEST_LINE);
    }

    /**
     * For one line of what has mnemonics: labels, headings of forms and sections, buttons.
     *
     * @param text any text; may be null
     * @return it {@linkplain #line in one line}, each letter shown as it is
     */
    public static String label(String text) {
        return LegacyActionTools.escapeMnemonics(line(text));
    }

    /**
     * For actions, whose text may also end with the keys that call it.
     *
     * @param text any text; may be null
     * @return it {@linkplain #label in one line}, without keys
     */
    public static String action(String text) {
        String label = label(text);
        return label.indexOf('@') < 0 ? label : label + "@";
    }

    /**
     * For tool tips.
     *
     * @param text any text; may be null
     * @return it as a {@linkplain #paragraph paragraph}, shortened to what fits the screen; null for null
     */
    public static String tip(String text) {
        return text == null ? null : LegacyActionTools.escapeMnemonics(lines(text, LONGEST_TIP));
    }

    /**
     * For what shows more than a line and has mnemonics: wrapped labels and messages.
     *
     * @param text any text; may be null
     * @return it with its line breaks, each letter shown as it is; shortened with an ellipsis where it is longer than
     *         anybody reads there, with line breaks in what has no blanks; null for null
     */
    public static String paragraph(String text) {
        return text == null ? null : LegacyActionTools.escapeMnemonics(lines(text));
    }

    /**
     * For what shows more than a line and has no mnemonics.
     *
     * @param text any text; may be null
     * @return it as a {@linkplain #paragraph paragraph}; null for null
     */
    public static String lines(String text) {
        return text == null ? null : lines(text, LONGEST_PARAGRAPH);
    }

    /**
     * @param text any text
     * @return whether it has so many letters without a blank that a wrapped field which shows it would keep the window from
     *         answering
     */
    public static boolean isUnbroken(CharSequence text) {
        int run = 0;
        for (int i = 0; i < text.length() && run <= LONGEST_RUN; i++) {
            run = Character.isWhitespace(text.charAt(i)) ? 0 : run + 1;
        }
        return run > LONGEST_RUN;
    }

    /**
     * For fields that are only read.
     *
     * @param text any text; may be null
     * @return all of it, with line breaks in what {@linkplain #isUnbroken has no blanks}; empty for null
     */
    public static String pieces(String text) {
        if (text == null || !isUnbroken(text)) {
            return text == null ? "" : text;
        }
        return lines(text, Integer.MAX_VALUE);
    }

    private static String lines(String text, int longest) {
        StringBuilder lines = new StringBuilder();
        int word = 0;
        for (int i = 0; i < text.length(); i++) {
            if (lines.length() >= longest) {
                return cut(lines, longest);
            }
            char letter = text.charAt(i);
            if (letter == '\r') {
                continue;
            }
            word = Character.isWhitespace(letter) ? 0 : word + 1;
            if (word > LONGEST_WORD && !Character.isLowSurrogate(letter)) {
                lines.append('\n');
                word = 1;
            }
            lines.append(letter == '\n' || letter == '\t' ? letter : shown(letter));
        }
        return lines.toString();
    }

    /**
     * @param text any text; may be null
     * @param longest the most letters that are shown, the ellipsis included
     * @return it in one {@linkplain #line line}, shortened with an ellipsis
     */
    public static String shortened(String text, int longest) {
        if (text == null) {
            return "";
        }
        StringBuilder line = new StringBuilder();
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isWhitespace(letter)) {
                blank = line.length() > 0;
                continue;
            }
            if (line.length() + (blank ? 1 : 0) >= longest) {
                return cut(line, longest);
            }
            if (blank) {
                line.append(' ');
                blank = false;
            }
            line.append(shown(letter));
        }
        return line.toString();
    }

    private static String cut(StringBuilder line, int longest) {
        int end = Math.min(line.length(), longest - 1);
        if (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end) + ELLIPSIS;
    }

    private static char shown(char letter) {
        boolean turns = letter >= '\u202A' && letter <= '\u202E' || letter >= '\u2066' && letter <= '\u2069';
        return turns || Character.isISOControl(letter) ? UNSHOWABLE : letter;
    }
}
