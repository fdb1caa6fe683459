package org.chartroom.exchange.importing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.core.value.MonthNames;
import org.chartroom.core.value.Names;

/** Finds the month or the quarter that a cell or the header of a column names. What may be two is none. */
final class PeriodText {
    private static final int CENTURY = 2000;
    /** Words that a period has at most. */
    private static final int LONGEST = 3;
    private static final String YEAR = "(?<year>(?:19|20|21)\\d{2})";
    private static final String SHORT_YEAR = "(?<year>(?:19|20|21)\\d{2}|['\u2019]?\\d{2})";
    private static final String MONTH = "(?<month>0?[1-9]|1[0-2])";
    private static final String NAME = "(?<name>\\p{L}{3,}\\.?)";
    private static final String QUARTER = "[qt\u043A](?<quarter>[1-4])";
    private static final List<Pattern> FORMS = List.of(
            form(YEAR + "(?:[-/. ]m?|m)" + MONTH), form(YEAR + "(?<month>0[1-9]|1[0-2])"),
            form(MONTH + "[-/. ]" + YEAR), form(NAME + "[-/. ]*" + SHORT_YEAR),
            form(YEAR + "[-/. ]*" + NAME), form(QUARTER + "[-/. ]*" + SHORT_YEAR), form(YEAR + "[-/. ]*" + QUARTER),
            form("(?<quarter>[1-4])[qt][-/. ]*" + SHORT_YEAR),
            form("(?<quarter>[1-4])\\. ?quartal[-/. ]*" + SHORT_YEAR),
            form("(?:quarter|quartal|trimestre) ?(?<quarter>[1-4])[-/. ]*" + SHORT_YEAR));
    private static final Pattern SPAN = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})/(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ]00:00(?::00)?)?");
    private static final Pattern AMBIGUOUS = Pattern.compile("(?:.*\\s)?\\d{1,2}[-/.]\\d{1,2}(?:\\s.*)?");

    private PeriodText() {
    }

    private static Pattern form(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * A header that names a period.
     *
     * @param name the header without it; may be empty
     * @param span the period
     */
    record Header(String name, PeriodSpan span) {
    }

    /** @return the month, quarter or day in file form that a text names */
    static Optional<PeriodSpan> of(String text) {
        String seen = Names.visible(text);
        Matcher day = DAY.matcher(seen);
        Matcher both = SPAN.matcher(seen);
        try {
            if (day.matches()) {
                LocalDate only = LocalDate.parse(day.group(1));
                return Optional.of(new PeriodSpan(only, only));
            }
            if (both.matches()) {
                return Optional.of(new PeriodSpan(LocalDate.parse(both.group(1)), LocalDate.parse(both.group(2))))
                        .filter(span -> !span.first().isAfter(span.last()));
            }
        } catch (java.time.DateTimeException e) {
            // A day that the calendar does not have names no period.
            return Optional.empty();
        }
        return FORMS.stream().map(form -> form.matcher(seen)).filter(Matcher::matches).findFirst()
                .flatMap(PeriodText::span);
    }

    private static Optional<PeriodSpan> span(Matcher form) {
        String pattern = form.pattern().pattern();
        String digits = form.group("year").replaceAll("\\D", "");
        int year = Integer.parseInt(digits) + (digits.length() == 2 ? CENTURY : 0);
        if (pattern.contains("<quarter>")) {
            return Optional.of(PeriodSpan.quarter(year, Integer.parseInt(form.group("quarter"))));
        }
        int month = pattern.contains("<month>")
                ? Integer.parseInt(form.group("month"))
                : MonthNames.month(form.group("name").toLowerCase(Locale.ROOT));
        return month == 0 ? Optional.empty() : Optional.of(PeriodSpan.of(YearMonth.of(year, month)));
    }

    /** @return whether a text may name a month or a day and does not say which, like 01-02 */
    static boolean isAmbiguous(String text) {
        return AMBIGUOUS.matcher(Names.visible(text)).matches();
    }

    /** @return what a header says, where it begins or ends with a period */
    static Optional<Header> header(String text) {
        HeaderUnit unit = HeaderUnit.of(text);
        String seen = Names.visible(unit.isNone() ? text : unit.name());
        Optional<Header> whole = of(seen).or(() -> of(Names.visible(text))).map(span -> new Header("", span));
        if (whole.isPresent()) {
            return whole;
        }
        String[] words = seen.split(" ");
        for (int count = Math.min(words.length - 1, LONGEST); count > 0; count--) {
            int rest = words.length - count;
            String before = join(words, 0, rest);
            String behind = join(words, count, words.length);
            Optional<Header> found = of(bare(join(words, rest, words.length)))
                    .map(span -> new Header(bare(before), span))
                    .or(() -> of(bare(join(words, 0, words.length - rest)))
                            .map(span -> new Header(bare(behind), span)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", List.of(words).subList(from, to));
    }

    private static String bare(String text) {
        return text.replaceAll("^[\\s:;,(\\[|\u2013-]+|[\\s:;,)\\]|\u2013-]+$", "");
    }
}
