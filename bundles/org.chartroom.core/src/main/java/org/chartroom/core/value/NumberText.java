package org.chartroom.core.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people write it, taken apart: its sign, what stands before and behind it, and the one or two values its
 * digits may have. A mark is decimal or separates groups of the right size; it is never dropped.
 *
 * @param byPoint its value when a point separates decimals; null when it can't
 * @param byComma its value when a comma does; null when it can't
 * @param mark the point or comma that has two meanings here; 0 when none has
 * @param unit a currency's code or sign; empty when there is none
 * @param percent whether it has a percent sign
 */
record NumberText(BigDecimal byPoint, BigDecimal byComma, char mark, String unit, boolean percent) {
    private static final Pattern UNIT_BEFORE = Pattern.compile("^[\\p{L}\\p{Sc}]+");
    private static final Pattern UNIT_BEHIND = Pattern.compile("[\\p{L}\\p{Sc}][\\p{L}\\p{M}\\p{Sc}]*\\.?$");
    private static final Pattern DASH = Pattern.compile("(.*\\d)([.,])[-\\u2013\\u2014]{1,2}");
    private static final Pattern EXPONENT = Pattern.compile("(.*\\d)[eE]([-+]?\\d{1,3})");
    private static final int GROUP = 3;
    private static final int LAKH = 2;
    private static final int CODE = 3;

    /**
     * @param text any text
     * @param indian whether groups of two digits before the last three are groups
     * @return its parts; empty when it is no number
     */
    static Optional<NumberText> of(String text, boolean indian) {
        if (isDigits(text)) {
            BigDecimal value = new BigDecimal(text);
            return Optional.of(new NumberText(value, value, (char) 0, "", false));
        }
        Optional<NumberText> usual = usual(text);
        return usual.isPresent() ? usual : new Parser(plain(text)).parse(indian);
    }

    /**
     * Most numbers of large tables are digits with one mark, and perhaps a code behind: those are read without a search for
     * what else may be around them.
     *
     * @return the number, as the parser reads it; empty when the text is not of that form, or the mark may separate a group
     */
    private static Optional<NumberText> usual(String text) {
        int length = text.length();
        boolean hasCode = length > CODE + 1 && text.charAt(length - CODE - 1) == ' '
                && isCapital(text.charAt(length - 1)) && isCapital(text.charAt(length - 2))
                && isCapital(text.charAt(length - CODE));
        int end = hasCode ? length - CODE - 1 : length;
        int mark = -1;
        for (int i = 0; i < end; i++) {
            char one = text.charAt(i);
            if (mark < 0 && (one == '.' || one == ',')) {
                mark = i;
            } else if (one < '0' || one > '9') {
                return Optional.empty();
            }
        }
        int decimals = end - mark - 1;
        if (end == 0 || mark == 0 || mark > 0 && (decimals == 0 || decimals == GROUP)) {
            return Optional.empty();
        }
        String unit = hasCode ? text.substring(end + 1) : "";
        String digits = text.substring(0, end);
        if (mark < 0) {
            BigDecimal value = new BigDecimal(digits);
            return Optional.of(new NumberText(value, value, (char) 0, unit, false));
        }
        boolean isPoint = digits.charAt(mark) == '.';
        BigDecimal value = new BigDecimal(isPoint ? digits : digits.replace(',', '.'));
        return Optional.of(new NumberText(isPoint ? value : null, isPoint ? null : value, isPoint ? '.' : ',', unit,
                false));
    }

    private static boolean isCapital(char one) {
        return one >= 'A' && one <= 'Z';
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** @return the text with the digits, blanks, signs and brackets of ASCII, without what only says its direction */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                plain.append((char) ('0' + Character.digit(point, 10)));
            } else if (Character.isSpaceChar(point) || Character.isWhitespace(point)) {
                plain.append(' ');
            } else if (Character.getType(point) != Character.FORMAT) {
                plain.appendCodePoint(ascii(point));
            }
        });
        return plain.toString().strip();
    }

    private static int ascii(int point) {
        return switch (point) {
            case 0x2212, 0xFE63, 0xFF0D -> '-';
            case 0xFF0B -> '+';
            case 0x2019, 0x02BC -> '\'';
            case 0x066A, 0xFF05 -> '%';
            case 0xFF08 -> '(';
            case 0xFF09 -> ')';
            case 0xFF0C -> ',';
            case 0xFF0E -> '.';
            default -> point;
        };
    }

    /** @return whether both readings are there and differ */
    boolean isAmbiguous() {
        return byPoint != null && byComma != null && byPoint.compareTo(byComma) != 0;
    }

    /** @return the only value it can have */
    BigDecimal only() {
        return byPoint == null ? byComma : byPoint;
    }

    /** Takes off what is around the digits, layer by layer. */
    private static final class Parser {
        private String rest;
        private String unit = "";
        private boolean percent;
        private boolean brackets;
        private char sign;
        private char certain;
        private boolean dashed;

        Parser(String text) {
            rest = text;
        }

        Optional<NumberText> parse(boolean indian) {
            while (peel()) {
                rest = rest.strip();
            }
            if (brackets && sign != 0) {
                return Optional.empty();
            }
            int exponent = 0;
            Matcher scientific = EXPONENT.matcher(rest);
            boolean grouped = !scientific.matches();
            if (!grouped) {
                exponent = Integer.parseInt(scientific.group(2));
                rest = scientific.group(1);
            }
            arabic();
            BigDecimal point = certain == ',' ? null : value('.', indian, grouped);
            BigDecimal comma = certain == '.' ? null : value(',', indian, grouped);
            if (point == null && comma == null) {
                return Optional.empty();
            }
            boolean negative = brackets || sign == '-';
            char mark = rest.indexOf('.') >= 0 ? '.' : rest.indexOf(',') >= 0 ? ',' : (char) 0;
            return Optional.of(new NumberText(signed(point, negative, exponent), signed(comma, negative, exponent),
                    mark, unit, percent));
        }

        private static BigDecimal signed(BigDecimal value, boolean negative, int exponent) {
            if (value == null) {
                return null;
            }
            BigDecimal scaled = exponent == 0 ? value : value.scaleByPowerOfTen(exponent);
            return negative ? scaled.negate() : scaled;
        }

        private boolean peel() {
            if (rest.isEmpty()) {
                return false;
            }
            char first = rest.charAt(0);
            char last = rest.charAt(rest.length() - 1);
            if (isPlain()) {
                return false;
            }
            Matcher dash = DASH.matcher(rest);
            if (certain == 0 && dash.matches()) {
                certain = dash.group(2).charAt(0);
                dashed = true;
                rest = dash.group(1);
                return true;
            }
            if (!brackets && first == '(' && last == ')') {
                brackets = true;
                rest = rest.substring(1, rest.length() - 1);
                return true;
            }
            if (sign == 0 && (first == '-' || first == '+')) {
                sign = first;
                rest = rest.substring(1);
                return true;
            }
            if (sign == 0 && last == '-') {
                sign = last;
                rest = rest.substring(0, rest.length() - 1);
                return true;
            }
            if (!percent && (first == '%' || last == '%')) {
                percent = true;
                rest = first == '%' ? rest.substring(1) : rest.substring(0, rest.length() - 1);
                return true;
            }
            return unit.isEmpty() && (unitBefore() || unitBehind());
        }

        /** Most texts are digits alone, and have nothing around them to look for. */
        private boolean isPlain() {
            for (int i = 0; i < rest.length(); i++) {
                char one = rest.charAt(i);
                if ((one < '0' || one > '9') && (one != '.' && one != ',' || i == rest.length() - 1)) {
                    return false;
                }
            }
            return true;
        }

        private boolean unitBefore() {
            Matcher before = UNIT_BEFORE.matcher(rest);
            if (!before.find()) {
                return false;
            }
            int end = before.end();
            if (end < rest.length() && rest.charAt(end) == '.'
                    && CurrencySigns.isSign(rest.substring(0, end + 1))) {
                end++;
            }
            unit = rest.substring(0, end);
            rest = rest.substring(end);
            return true;
        }

        private boolean unitBehind() {
            Matcher behind = UNIT_BEHIND.matcher(rest);
            if (!behind.find()) {
                return false;
            }
            unit = behind.group();
            rest = rest.substring(0, behind.start());
            return true;
        }

        /** The Arabic marks have one meaning each. */
        private void arabic() {
            if (rest.indexOf('\u066B') < 0 && rest.indexOf('\u066C') < 0) {
                return;
            }
            if (rest.indexOf('.') >= 0 || rest.indexOf(',') >= 0 || certain != 0) {
                rest = "";
                return;
            }
            certain = '.';
            rest = rest.replace('\u066B', '.').replace('\u066C', ',');
        }

        private BigDecimal value(char decimal, boolean indian, boolean grouped) {
            int at = rest.indexOf(decimal);
            if (at != rest.lastIndexOf(decimal) || dashed && at >= 0) {
                return null;
            }
            String whole = at < 0 ? rest : rest.substring(0, at);
            String fraction = at < 0 ? "" : rest.substring(at + 1);
            if (at >= 0 && !isDigits(fraction)) {
                return null;
            }
            String digits = whole.isEmpty() && at >= 0 ? "0" : ungrouped(whole, indian, grouped);
            return digits == null ? null : new BigDecimal(at < 0 ? digits : digits + "." + fraction);
        }

        /** @return the digits; null when what is between them can't be grouping */
        private static String ungrouped(String whole, boolean indian, boolean grouped) {
            if (isDigits(whole)) {
                return whole;
            }
            int first = 0;
            while (first < whole.length() && Character.isDigit(whole.charAt(first))) {
                first++;
            }
            if (!grouped || first == 0 || first > GROUP || whole.charAt(0) == '0' || first == whole.length()
                    || ".,' ".indexOf(whole.charAt(first)) < 0) {
                return null;
            }
            String[] groups = whole.split(Pattern.quote(whole.substring(first, first + 1)), -1);
            boolean threes = true;
            boolean lakhs = indian && groups.length > 2 && first <= LAKH;
            for (int i = 1; i < groups.length; i++) {
                if (!isDigits(groups[i])) {
                    return null;
                }
                threes &= groups[i].length() == GROUP;
                lakhs &= groups[i].length() == (i == groups.length - 1 ? GROUP : LAKH);
            }
            return threes || lakhs ? String.join("", groups) : null;
        }
    }
}
