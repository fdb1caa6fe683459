package org.chartroom.core.value;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names of months and days of the week in the languages files mostly come in. A word that means different ones in two
 * languages means none.
 */
public final class MonthNames {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb",
            "pl", "cs", "hu", "ro", "fi", "tr");
    private static final List<TextStyle> STYLES = List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT,
            TextStyle.SHORT_STANDALONE);
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, Integer> DAYS = new HashMap<>();

    static {
        for (String language : LANGUAGES) {
            add(Locale.forLanguageTag(language), MONTHS, DAYS);
        }
        MONTHS.put("sept", Month.SEPTEMBER.getValue());
        // As German spreadsheets write it.
        MONTHS.put("mrz", Month.MARCH.getValue());
    }

    private MonthNames() {
    }

    private static void add(Locale locale, Map<String, Integer> months, Map<String, Integer> days) {
        for (TextStyle style : STYLES) {
            for (Month month : Month.values()) {
                put(months, month.getDisplayName(style, locale), month.getValue());
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                put(days, day.getDisplayName(style, locale), day.getValue());
            }
        }
    }

    private static void put(Map<String, Integer> words, String name, int value) {
        String word = word(name);
        if (!word.isEmpty() && !Character.isDigit(word.charAt(0))) {
            words.merge(word, value, (before, now) -> before.equals(now) ? now : 0);
        }
    }

    private static String word(String name) {
        String small = Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }

    /**
     * @param word a word
     * @return the month it names, from 1; 0 when it names none, or different ones
     */
    public static int month(String word) {
        return MONTHS.getOrDefault(word(word), 0);
    }

    /** @return the day of the week a word names, from 1 for Monday; 0 when it names none, or different ones */
    static int day(String word) {
        return DAYS.getOrDefault(word(word), 0);
    }
}
