package org.chartroom.cli.internal;

import java.util.regex.Pattern;

/** Texts of users in output that has a line for each thing: a line break in a title must not look like another thing. */
final class OneLine {
    /** Line and paragraph separators, and other characters that a terminal obeys, in texts of older workspaces. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private OneLine() {
    }

    /**
     * @param text a text; may be null
     * @return the text with a blank in place of what would end the line; empty for null
     */
    static String of(String text) {
        return text == null ? "" : BREAKS.matcher(text).replaceAll(" ");
    }
}
