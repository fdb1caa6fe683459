package org.chartroom.exchange.xlsx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.DateUtil;

/** What the format of a cell shows of a number of days: a day, a time of day, or a duration. */
enum TimeFormat {
    /** A day, with its time where it has one. */
    DAY,
    /** A time of day; of a number that has a day, too, that day is not lost. */
    TIME,
    /** Hours, minutes or seconds that go on beyond a day, as in [h]:mm. */
    ELAPSED;

    private static final Pattern COUNTED = Pattern.compile("\\[(h+|m+|s+)]");
    /** Texts that are shown as they are, and what stands in brackets. */
    private static final Pattern NO_PLACES = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");
    private static final Pattern OF_A_DAY = Pattern.compile("[yd]|m{3}");
    /** The program that all others follow takes 1900 for a leap year: the day has a number, and there was none. */
    private static final int NO_DAY = 60;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_A_MINUTE = 60;

    /**
     * @param format the format of a cell that shows time
     * @return what it shows
     */
    static TimeFormat of(String format) {
        String lower = format.toLowerCase(Locale.ROOT);
        if (COUNTED.matcher(lower).find()) {
            return ELAPSED;
        }
        String places = NO_PLACES.matcher(lower).replaceAll("");
        boolean isOfDay = OF_A_DAY.matcher(places).find() || !places.contains("h") && !places.contains("s");
        return isOfDay ? DAY : TIME;
    }

    /**
     * @param days a number of days, not below zero
     * @param use1904 whether they are counted from 1904 on
     * @return it as a text file would have it
     */
    String text(double days, boolean use1904) {
        if (this == ELAPSED || this == TIME && days < 1) {
            Duration time = Duration.ofSeconds(BigDecimal.valueOf(days).multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                    .setScale(0, RoundingMode.HALF_UP).longValueExact());
            String minutes = time.toHours() + ":" + twoDigits(time.toMinutesPart());
            return time.getSeconds() % SECONDS_A_MINUTE == 0
                    ? minutes
                    : minutes + ":" + twoDigits(time.toSecondsPart());
        }
        if (!use1904 && (int) days == NO_DAY) {
            return "1900-02-29";
        }
        LocalDateTime time = DateUtil.getLocalDateTime(days, use1904);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString() : time.toString();
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
