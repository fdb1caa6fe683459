package org.chartroom.ui.forms.grid;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user types above a column: a part of the text in any case; a comparison with a number, as "&gt;=10" or
 * "&lt;5"; "=" before a text that is meant as a whole, alone for empty values; "!" before what should not be there.
 */
final class GridFilter {
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=)\\s*(-?\\d+(?:\\.\\d+)?)");

    private GridFilter() {
    }

    /** A value of a cell and the text it is shown as. */
    record Cell(Object value, String text) {
    }

    /** @return whether a cell fits what was typed */
    static Predicate<Cell> of(String typed) {
        String wanted = typed.strip();
        if (wanted.isEmpty()) {
            return cell -> true;
        }
        if (wanted.startsWith("!") && wanted.length() > 1) {
            return of(wanted.substring(1)).negate();
        }
        Matcher comparison = COMPARISON.matcher(wanted);
        if (comparison.matches()) {
            return compare(comparison.group(1), new BigDecimal(comparison.group(2)));
        }
        if (wanted.startsWith("=")) {
            String whole = wanted.substring(1).strip();
            return cell -> cell.text().equalsIgnoreCase(whole);
        }
        String part = wanted.toLowerCase(Locale.ROOT);
        return cell -> cell.text().toLowerCase(Locale.ROOT).contains(part);
    }

    private static Predicate<Cell> compare(String operator, BigDecimal bound) {
        return cell -> {
            if (!(cell.value() instanceof Number number)) {
                return operator.equals("=") && cell.text().equals(bound.toPlainString());
            }
            int order = new BigDecimal(number.toString()).compareTo(bound);
            return switch (operator) {
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                default -> order == 0;
            };
        };
    }
}
