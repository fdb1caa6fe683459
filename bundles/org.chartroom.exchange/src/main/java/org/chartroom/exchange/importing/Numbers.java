package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people write them in tables. */
final class Numbers {
    private static final Pattern SPACE = Pattern.compile("[\\s\u00A0']");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d[\\d.,]*|[.,]\\d+)");
    private static final Pattern BY_COMMA = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+");
    private static final Pattern BY_POINT = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3}){2,}");

    private Numbers() {
    }

    /**
     * @param text digits with an optional sign, thousands separators, decimal point or comma, and percent sign
     * @return the number, without regard to the percent sign; empty when the text is none. A single comma or point
     *         before exactly three digits separates thousands when it is a comma and decimals when it is a point; of
     *         both, the last one separates decimals.
     */
    static Optional<BigDecimal> parse(String text) {
        if (isPlain(text)) {
            return Optional.of(new BigDecimal(text));
        }
        String digits = SPACE.matcher(text.strip().replace("%", "")).replaceAll("");
        if (!NUMBER.matcher(digits).matches()) {
            return Optional.empty();
        }
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        String plain;
        if (comma >= 0 && point >= 0) {
            plain = comma > point ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
        } else if (comma >= 0) {
            boolean thousands = BY_COMMA.matcher(digits).matches();
            plain = thousands ? digits.replace(",", "") : digits.replace(',', '.');
        } else {
            plain = BY_POINT.matcher(digits).matches() ? digits.replace(".", "") : digits;
        }
        try {
            return Optional.of(new BigDecimal(plain));
        } catch (NumberFormatException e) {
            // Such as 1.2,3.4: nobody can say what it means.
            return Optional.empty();
        }
    }

    /** Tells whether a text is digits with at most one decimal point, as nearly all are: those need no patterns. */
    private static boolean isPlain(String text) {
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !point && i > 0 && i < text.length() - 1) {
                point = true;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
