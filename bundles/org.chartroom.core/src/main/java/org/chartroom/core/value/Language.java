package org.chartroom.core.value;

import java.text.DecimalFormatSymbols;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody who writes values takes for granted: a locale, a file in file form, or the column of a table.
 *
 * @param source where the texts come from
 * @param locale names of months and the form of dates; {@link Locale#ROOT} when nothing is known
 * @param decimal what separates decimals; empty when nobody knows
 * @param grouping a point or comma that separates thousands; 0 when neither does
 * @param order order of day, month and year; empty when nobody knows
 * @param zone zone of times that name none
 */
public record Language(Source source, Locale locale, Optional<DecimalMark> decimal, char grouping,
        Optional<DateOrder> order, ZoneId zone) {
    private static final Set<String> INDIAN = Set.of("IN", "BD", "NP", "PK", "LK", "BT");

    /** Where texts come from. */
    public enum Source {
        /** Written by programs: ISO dates, plain numbers. */
        FILE,
        /** Typed, or shown to whoever types. */
        TYPED,
        /** A cell of a table that somebody made. */
        COLUMN
    }

    /** @return the form of files: ISO dates, plain numbers; times that name no zone are those of this machine */
    public static Language file() {
        return new Language(Source.FILE, Locale.ROOT, Optional.of(DecimalMark.POINT), (char) 0, Optional.empty(),
                ZoneId.systemDefault());
    }

    /**
     * @param locale a locale
     * @return what people type and see in it
     */
    public static Language of(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        char mark = symbols.getDecimalSeparator();
        Optional<DecimalMark> decimal = mark == '.'
                ? Optional.of(DecimalMark.POINT)
                : mark == ',' ? Optional.of(DecimalMark.COMMA) : Optional.empty();
        char group = symbols.getGroupingSeparator();
        return new Language(Source.TYPED, locale, decimal, group == '.' || group == ',' ? group : (char) 0,
                Optional.of(DateOrder.of(locale)), ZoneId.systemDefault());
    }

    /**
     * @param decimal what separates decimals; empty when nobody knows
     * @param order order of dates; empty when nobody knows
     * @return the language of a column
     */
    public static Language ofColumn(Optional<DecimalMark> decimal, Optional<DateOrder> order) {
        return new Language(Source.COLUMN, Locale.ROOT, decimal,
                decimal.map(DecimalMark::grouping).orElse((char) 0), order, ZoneId.systemDefault());
    }

    /** @return the form of the cells of a workbook that hold numbers and days: that of files, in the column of a table */
    public static Language ofStoredCells() {
        return new Language(Source.COLUMN, Locale.ROOT, Optional.of(DecimalMark.POINT), (char) 0, Optional.empty(),
                ZoneId.systemDefault());
    }

    /** @return whether digits may be grouped as in India: 12,34,567 */
    boolean isIndian() {
        return source == Source.COLUMN || source == Source.TYPED && INDIAN.contains(locale.getCountry());
    }
}
