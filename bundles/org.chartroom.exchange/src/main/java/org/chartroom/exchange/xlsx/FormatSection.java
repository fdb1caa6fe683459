package org.chartroom.exchange.xlsx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.util.LocaleID;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.value.CurrencySigns;

/**
 * One section of the number format of a cell: what people see beside the digits. What stands there belongs to the value:
 * 1.5 that is shown as "1.5 TEUR" is not 1.5, and 7 that is shown as "R-007" is a key. Sections and places are those of
 * ECMA-376, part 1, 18.8.31.
 */
final class FormatSection {
    private static final Pattern CONDITION = Pattern.compile("\\[(<=|>=|<>|<|>|=)(-?[0-9.]+)]");
    /** A currency's sign with or without the number of a locale: [$kr.-406], [$USD], and [$-407] without a sign. */
    private static final Pattern SIGN = Pattern.compile("\\$([^-]*)(?:-([0-9A-Fa-f]+))?.*");
    /** Shown around negative numbers or as wide as a sign; none of it changes what a number is. */
    private static final Pattern NOTHING = Pattern.compile("[\\s\u00A0\u202F()+]*");
    /** By number of commas behind the last digit, each of which takes three digits away: longer words before shorter ones. */
    private static final List<List<String>> WORDS = List.of(
            List.of("thousands", "thousand", "tausend", "thsd", "tsd", "k", "t"),
            List.of("millions", "million", "mio", "mln", "mm", "mn", "m"),
            List.of("billions", "billion", "mrd", "bn", "b"));
    private static final int DIGITS_A_COMMA = 3;
    private static final int HEXADECIMAL = 16;
    private static final int MOST_DECIMALS = 30;

    private final Optional<Matcher> condition;
    private final List<Part> parts = new ArrayList<>();
    private String sign = "";
    private String locale;
    private int percents;
    private int commas;
    /** Whether there is more than places for digits: a decimal point, groups, an exponent, a fraction. */
    private boolean isNumber;
    private boolean isBehindPoint;
    private int decimals;
    private final boolean isKey;
    /** Whether there is nothing but digits, as in most formats. */
    private final boolean isPlain;
    private final Beside beside;
    /** For numbers whose minus, or the dash in the place of nothing, stands there as a text. */
    private final Beside besideDash;

    /** What is shown before and after the digits: what of it is a unit, and the currency. */
    private record Beside(String before, String unit, String currency) {
    }

    /** A place for a digit (0, # or ?), or a text that is shown as it is. */
    private record Part(char place, String text) {
        boolean isPlace() {
            return text.isEmpty();
        }
    }

    /** @param format the text of one section */
    FormatSection(String format) {
        Matcher found = CONDITION.matcher(format);
        condition = found.find() ? Optional.of(found) : Optional.empty();
        int next = 0;
        while (next < format.length()) {
            next = read(format, next);
        }
        isKey = isKeyOf();
        beside = beside(false);
        besideDash = beside(true);
        isPlain = !isKey && percents == 0 && commas == 0 && sign.isEmpty() && literals(0, parts.size(), true).isEmpty();
    }

    /** @return the sections of a format, which semicolons tell apart where they are no texts */
    static List<FormatSection> of(String format) {
        List<FormatSection> sections = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '"') {
                int end = format.indexOf('"', i + 1);
                i = end < 0 ? format.length() : end;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == ';') {
                sections.add(new FormatSection(format.substring(begin, i)));
                begin = i + 1;
            }
        }
        sections.add(new FormatSection(format.substring(Math.min(begin, format.length()))));
        return sections;
    }

    /** @return the section that shows a number */
    static FormatSection of(List<FormatSection> sections, BigDecimal number) {
        if (sections.size() == 1) {
            return sections.get(0);
        }
        if (sections.stream().anyMatch(section -> section.condition.isPresent())) {
            return sections.stream().filter(section -> section.condition.isEmpty() || section.holds(number)).findFirst()
                    .orElse(sections.get(0));
        }
        int wanted = number.signum() > 0 ? 0 : number.signum() < 0 ? 1 : 2;
        return sections.get(wanted < sections.size() ? wanted : 0);
    }

    private boolean holds(BigDecimal number) {
        int compared = number.compareTo(new BigDecimal(condition.get().group(2)));
        return switch (condition.get().group(1)) {
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            case ">=" -> compared >= 0;
            case "=" -> compared == 0;
            default -> compared != 0;
        };
    }

    private int read(String format, int at) {
        char c = format.charAt(at);
        switch (c) {
            case '"' :
                int end = format.indexOf('"', at + 1);
                literal(format.substring(at + 1, end < 0 ? format.length() : end));
                return end < 0 ? format.length() : end + 1;
            case '\\' :
                literal(format.substring(at + 1, Math.min(at + 2, format.length())));
                return at + 2;
            case '_', '*' :
                return at + 2;
            case '[' :
                int close = format.indexOf(']', at);
                bracket(format.substring(at + 1, close < 0 ? format.length() : close));
                return close < 0 ? format.length() : close + 1;
            case '0', '#', '?' :
                isNumber |= commas > 0;
                commas = 0;
                decimals += isBehindPoint && c == '0' ? 1 : 0;
                parts.add(new Part(c, ""));
                return at + 1;
            case ',' :
                commas += parts.stream().anyMatch(Part::isPlace) ? 1 : 0;
                return at + 1;
            case '%' :
                percents++;
                return at + 1;
            case '.', '/', '@' :
                isNumber = true;
                isBehindPoint |= c == '.';
                return at + 1;
            case 'E', 'e' :
                isNumber = true;
                isBehindPoint = false;
                return at + 2;
            default :
                if (format.regionMatches(true, at, "General", 0, "General".length())) {
                    isNumber = true;
                    parts.add(new Part('G', ""));
                    return at + "General".length();
                }
                literal(String.valueOf(c));
                return at + 1;
        }
    }

    private void bracket(String text) {
        Matcher found = SIGN.matcher(text);
        if (found.matches() && !found.group(1).isBlank()) {
            sign = found.group(1).strip();
            locale = found.group(2);
        }
    }

    private void literal(String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(' ', text));
        }
    }

    /**
     * @param number a number
     * @return what is read of the cell: the number, and what people see beside it
     */
    String text(BigDecimal number) {
        String plain = number.signum() == 0 ? "0" : ValueRules.plain(number.stripTrailingZeros());
        if (isPlain) {
            return plain;
        }
        if (isKey && number.signum() >= 0 && plain.indexOf('.') < 0 && (number.signum() > 0 || hasZeros(1))) {
            return key(plain);
        }
        Beside shownBeside = number.signum() > 0 ? beside : besideDash;
        String before = shownBeside.before;
        String unit = shownBeside.unit;
        String currency = shownBeside.currency;
        String shown = percents > 0
                ? ValueRules.plain(number.movePointRight(2 * percents).stripTrailingZeros()) + "%".repeat(percents)
                : unit.endsWith(times().strip())
                        ? ValueRules.plain(number.movePointLeft(DIGITS_A_COMMA * commas).stripTrailingZeros())
                        : plain;
        if (unit.isEmpty() || sign.isEmpty() && !currency.isEmpty()) {
            return (shown + " " + currency).strip();
        }
        String said = before.isEmpty() || !unit.startsWith(before)
                ? shown + " " + unit
                : before + " " + shown + " "
                        + unit.substring(before.length()).strip();
        return (said.strip() + " " + currency).strip();
    }

    private Beside beside(boolean mayHaveDash) {
        int first = place(true);
        String before = literals(0, first, mayHaveDash);
        String unit = unit((before + " " + literals(first, parts.size(), mayHaveDash)).strip());
        return new Beside(before, unit, sign.isEmpty() ? currency(unit) : code(sign, locale));
    }

    /** @return whether it is of money or keys, and so of no date whatever its letters are */
    boolean isOfNumbers() {
        return isKey || !sign.isEmpty() || !currency(unit(literals(0, parts.size(), true))).isEmpty();
    }

    /** @return how many digits behind the point are shown in any case; 0 where there is more to see than digits */
    int decimals() {
        return isPlain ? Math.min(decimals, MOST_DECIMALS) : 0;
    }

    private boolean hasZeros(int least) {
        return parts.stream().filter(part -> part.isPlace() && part.place == '0').count() >= least;
    }

    /** Whole numbers that are shown with zeros before them, or with something between or beside the digits. */
    private boolean isKeyOf() {
        if (isNumber || percents > 0 || commas > 0 || !sign.isEmpty() || place(true) == parts.size()) {
            return false;
        }
        boolean between = !literals(place(true), place(false), false).isEmpty();
        String beside = literals(0, parts.size(), false);
        return hasZeros(2) || between || !beside.isEmpty() && currency(unit(beside)).isEmpty() && isBesideAKey();
    }

    /** A unit follows a number after a blank or comes before it with one; what touches the digits belongs to them. */
    private boolean isBesideAKey() {
        String before = joined(0, place(true));
        String after = joined(place(false) + 1, parts.size());
        return !before.isBlank() && !Character.isWhitespace(before.charAt(before.length() - 1))
                || !after.isBlank() && after.charAt(0) == '-';
    }

    /** Excel puts the last digit into the last place, and all that are left before the first one into that. */
    private String key(String digits) {
        StringBuilder reversed = new StringBuilder();
        int next = digits.equals("0") ? -1 : digits.length() - 1;
        int first = place(true);
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (!part.isPlace()) {
                reversed.append(new StringBuilder(part.text).reverse());
            } else if (next >= 0) {
                reversed.append(digits.charAt(next--));
            } else if (part.place == '0') {
                reversed.append('0');
            }
            for (; i == first && next >= 0; next--) {
                reversed.append(digits.charAt(next));
            }
        }
        return reversed.reverse().toString().strip();
    }

    /** @return index of the first or of the last place; behind the last part when there is none */
    private int place(boolean isFirst) {
        for (int i = 0; i < parts.size(); i++) {
            int index = isFirst ? i : parts.size() - 1 - i;
            if (parts.get(index).isPlace()) {
                return index;
            }
        }
        return parts.size();
    }

    private String joined(int from, int to) {
        StringBuilder text = new StringBuilder();
        parts.subList(Math.min(from, to), to).forEach(part -> text.append(part.text));
        return text.toString();
    }

    /** @return the texts between two parts; empty when they are no more than blanks, brackets and signs */
    private String literals(int from, int to, boolean mayHaveDash) {
        String text = joined(from, to).strip();
        String bare = mayHaveDash && text.startsWith("-") ? text.substring(1).strip() : text;
        return NOTHING.matcher(bare).matches() ? "" : bare;
    }

    /** @return what is left of a unit when its word says no more than the commas do, which take digits away */
    private String unit(String literal) {
        if (commas == 0) {
            return literal;
        }
        if (commas <= WORDS.size()) {
            for (String word : WORDS.get(commas - 1)) {
                for (String variant : List.of(word + ".", word)) {
                    String lower = literal.toLowerCase(Locale.ROOT);
                    String rest = lower.startsWith(variant)
                            ? literal.substring(variant.length()).strip()
                            : lower.endsWith(variant)
                                    ? literal.substring(0, literal.length() - variant.length()).strip()
                                    : literal;
                    if (!rest.equals(literal) && (rest.isEmpty() || !currency(rest).isEmpty())) {
                        return rest;
                    }
                }
            }
        }
        return (literal + times()).strip();
    }

    private String times() {
        return commas == 0 ? "\u00D7" : " \u00D7 1" + "0".repeat(DIGITS_A_COMMA * commas);
    }

    /** @return the code of a currency, or a sign that several have, which whoever reads the value refuses; empty for others */
    private static String currency(String text) {
        boolean isSign = text.codePoints().anyMatch(point -> Character.getType(point) == Character.CURRENCY_SYMBOL);
        return isSign || CurrencySigns.isKnown(text) ? code(text, null) : "";
    }

    private static String code(String sign, String locale) {
        LocaleID id = locale == null ? null : LocaleID.lookupByLcid(Integer.parseInt(locale, HEXADECIMAL) & 0xFFFF);
        Locale named = id == null ? Locale.ROOT : Locale.forLanguageTag(id.getLanguageTag());
        return CurrencySigns.of(sign, named).map(Currency::getCurrencyCode).orElse(sign);
    }
}
