package org.chartroom.core.value;

import org.chartroom.core.type.ValueRules;

/** Texts from elsewhere, with what no file can hold replaced: the soft line breaks of word processors, control characters. */
public final class CleanText {
    private CleanText() {
    }

    /**
     * @param text any text
     * @return the text itself when files can hold it; else {@linkplain #lineBreaks with line breaks} and
     *         {@link ValueRules#REPLACEMENT} for each other character that XML 1.0 has not
     */
    public static String of(String text) {
        return ValueRules.holdable(text) == text ? text : ValueRules.holdable(lineBreaks(text));
    }

    /**
     * @param text any text
     * @return the text with line breaks for vertical tabs and form feeds, which word processors break lines with
     */
    public static String lineBreaks(String text) {
        return text.replace('\u000B', '\n').replace('\f', '\n');
    }
}
