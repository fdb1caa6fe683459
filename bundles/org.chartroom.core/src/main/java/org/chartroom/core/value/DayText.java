package org.chartroom.core.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people write it, with or without a time: what it can be, by the order of its numbers. Days that no calendar has
 * are none. A year of two digits is one of 2000 to 2049, and stands at an end.
 *
 * @param days the day by each order that gives one; one entry for each order where there is no doubt
 * @param dotted whether full stops are between the numbers, which puts the day first where nobody says otherwise
 * @param time the time; null when there is none
 * @param offset what the time says of its zone; null when it says nothing
 */
record DayText(Map<DateOrder, LocalDate> days, boolean dotted, LocalTime time, ZoneOffset offset) {
    private static final Pattern TIME = Pattern.compile("(?i)(.*?\\d.*?)(?:(?<=\\d)T|,? +)"
            + "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?( ?[ap]\\.?m\\.?)?"
            + "(?: ?(Z|UTC|GMT|[-+]\\d{2}(?::?\\d{2})?))?");
    private static final Pattern YEAR_FIRST = Pattern
            .compile("(\\d{4})(?:([-/.]) ?(\\d{1,2})\\2 ?(\\d{1,2})\\.?|\u5E74 ?(\\d{1,2})\u6708 ?(\\d{1,2})\u65E5"
                    + "|\uB144 ?(\\d{1,2})\uC6D4 ?(\\d{1,2})\uC77C|(\\d{2})(\\d{2}))");
    private static final Pattern NUMBERS = Pattern
            .compile("(\\d{1,2}) ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d{4}|\\d{2})\\.?");
    private static final Pattern GAP = Pattern.compile("[ ,/-]+|\\.(?=[ \\p{L}\\d]) *|\\.$");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(st|nd|rd|th|er|\u00BA|\u00AA|\\.)?");
    private static final Set<String> FILLERS = Set.of("de", "of", "del", "di");
    private static final int CENTURY = 100;
    private static final int LAST_SHORT_YEAR = 49;
    private static final int THIS_CENTURY = 2000;
    private static final int NOON = 12;
    private static final int NANO_DIGITS = 9;

    /** @return what a text can be; empty when it is no day at all */
    static Optional<DayText> of(String text) {
        String plain = NumberText.plain(text);
        try {
            Matcher timed = TIME.matcher(plain);
            if (!timed.matches()) {
                return day(plain, null, null);
            }
            return day(timed.group(1).strip(), time(timed), offset(timed.group(7)));
        } catch (DateTimeException e) {
            // An hour 25 or an offset of 30 hours: no calendar has that time.
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher timed) {
        int hour = Integer.parseInt(timed.group(2));
        String half = timed.group(6);
        if (half != null) {
            if (hour < 1 || hour > NOON) {
                throw new DateTimeException(timed.group());
            }
            hour = hour % NOON + (half.strip().toLowerCase(java.util.Locale.ROOT).charAt(0) == 'p' ? NOON : 0);
        }
        String fraction = timed.group(5) == null ? "0" : timed.group(5);
        return LocalTime.of(hour, Integer.parseInt(timed.group(3)),
                timed.group(4) == null ? 0 : Integer.parseInt(timed.group(4)),
                Integer.parseInt(fraction + "0".repeat(NANO_DIGITS - fraction.length())));
    }

    private static ZoneOffset offset(String zone) {
        if (zone == null) {
            return null;
        }
        return Character.isLetter(zone.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }

    private static Optional<DayText> day(String text, LocalTime time, ZoneOffset offset) {
        Map<DateOrder, LocalDate> days = new EnumMap<>(DateOrder.class);
        boolean dotted = false;
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        Matcher numbers = NUMBERS.matcher(text);
        if (yearFirst.matches()) {
            int[] parts = new int[3];
            int found = 0;
            for (int group = 1; group <= yearFirst.groupCount(); group++) {
                if (group != 2 && yearFirst.group(group) != null) {
                    parts[found++] = Integer.parseInt(yearFirst.group(group));
                }
            }
            putAll(days, parts[0], parts[1], parts[2]);
        } else if (numbers.matches()) {
            dotted = numbers.group(2).equals(".");
            putNumbers(days, numbers);
        } else {
            putWords(days, text);
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(new DayText(days, dotted, time, offset));
    }

    private static void putNumbers(Map<DateOrder, LocalDate> days, Matcher numbers) {
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        String last = numbers.group(4);
        boolean isShort = last.length() == 2;
        if (isShort && numbers.group(2).equals("-")) {
            return;
        }
        int year = year(last);
        put(days, DateOrder.DMY, year, second, first);
        put(days, DateOrder.MDY, year, first, second);
        if (isShort) {
            put(days, DateOrder.YMD, year(numbers.group(1)), second, Integer.parseInt(last));
        }
    }

    /** @return the year; 0, which no day may have, for one whose century nobody can tell */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return digits.length() == 2 && year <= LAST_SHORT_YEAR ? THIS_CENTURY + year : 0;
    }

    /** A day, a month by its name and a year, with or without the day of the week. */
    private static void putWords(Map<DateOrder, LocalDate> days, String text) {
        List<String> words = new ArrayList<>(Arrays.stream(GAP.split(text)).filter(word -> !word.isEmpty()
                && !FILLERS.contains(word.toLowerCase(java.util.Locale.ROOT))).toList());
        int weekday = 0;
        if (words.size() == 4) {
            weekday = MonthNames.day(words.remove(0));
            if (weekday == 0) {
                return;
            }
        }
        if (words.size() != 3) {
            return;
        }
        int[] at = {1, 0, 2};
        if (MonthNames.month(words.get(1)) == 0) {
            at = new int[]{0, 1, 2};
        } else if (words.get(0).matches("\\d{4}")) {
            at = new int[]{1, 2, 0};
        }
        int month = MonthNames.month(words.get(at[0]));
        Matcher day = ORDINAL.matcher(words.get(at[1]));
        String year = words.get(at[2]);
        if (month == 0 || !day.matches() || !year.matches("\\d{4}|\\d{2}")) {
            return;
        }
        putAll(days, year(year), month, Integer.parseInt(day.group(1)));
        if (weekday != 0 && days.values().stream().anyMatch(DayText.isNot(weekday))) {
            days.clear();
        }
    }

    private static java.util.function.Predicate<LocalDate> isNot(int weekday) {
        return date -> date.getDayOfWeek().getValue() != weekday;
    }

    private static void putAll(Map<DateOrder, LocalDate> days, int year, int month, int day) {
        for (DateOrder order : DateOrder.values()) {
            put(days, order, year, month, day);
        }
    }

    private static void put(Map<DateOrder, LocalDate> days, DateOrder order, int year, int month, int day) {
        if (year < CENTURY || month < 1 || month > NOON || day < 1) {
            return;
        }
        LocalDate first = LocalDate.of(year, month, 1);
        if (day <= first.lengthOfMonth()) {
            days.put(order, first.withDayOfMonth(day));
        }
    }

    /** @return whether there are two days it may be */
    boolean isAmbiguous() {
        return days.values().stream().distinct().count() > 1;
    }

    /** @return the day by an order, or the only one it can be; empty when it may be two */
    Optional<LocalDate> day(Optional<DateOrder> order) {
        if (!isAmbiguous()) {
            return days.values().stream().findFirst();
        }
        if (!dotted) {
            return order.map(days::get);
        }
        // Where full stops are, the day goes first; who else puts the month first must not be taken for one who does here.
        return order.filter(DateOrder.MDY::equals).isPresent()
                ? Optional.empty()
                : Optional.ofNullable(days.get(order.orElse(DateOrder.DMY)));
    }
}
