package org.chartroom.core.value;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** The order of day, month and year where all three are numbers. */
public enum DateOrder {
    /** 31/03/2026 */
    DMY,
    /** 03/31/2026 */
    MDY,
    /** 26/03/31 */
    YMD;

    /**
     * @param locale a locale
     * @return the order of its short dates
     */
    public static DateOrder of(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null,
                IsoChronology.INSTANCE, locale);
        int day = pattern.indexOf('d');
        int month = pattern.indexOf('M');
        int year = pattern.indexOf('y');
        if (year >= 0 && year < day && year < month) {
            return YMD;
        }
        return month < day ? MDY : DMY;
    }
}
