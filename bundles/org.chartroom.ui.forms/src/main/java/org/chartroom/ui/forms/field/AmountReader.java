package org.chartroom.ui.forms.field;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.model.Money;
import org.chartroom.ui.forms.internal.Messages;

/**
 * Reads numbers and amounts of money as people type them and as spreadsheets put them on the clipboard: with the sign of
 * a currency or its code on either side, in parentheses for less than zero, with an exponent.
 */
final class AmountReader {
    private static final Pattern PARENTHESES = Pattern.compile("\\((.*)\\)");
    private static final String UNIT = "[A-Za-z]{3}|[\u20AC$\u00A3\u00A5]";
    private static final Pattern AMOUNT = Pattern
            .compile("(?<minus>-?)\\s*(?<before>" + UNIT + ")?\\s*(?<number>.*?)\\s*(?<after>" + UNIT + ")?");
    /** What a sign means unless the artifact is in another currency that has the same sign. */
    private static final Map<String, String> SIGNS = Map.of("\u20AC", "EUR", "$", "USD", "\u00A3", "GBP", "\u00A5",
            "JPY");

    private final Locale locale;

    AmountReader(Locale locale) {
        this.locale = locale;
    }

    /**
     * @param text a number
     * @return its value
     * @throws IllegalArgumentException when it is none; the message is one sentence for the user
     */
    BigDecimal number(String text) {
        Matcher negative = PARENTHESES.matcher(text.strip());
        if (negative.matches()) {
            return number(negative.group(1)).negate();
        }
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        format.setParseBigDecimal(true);
        char group = format.getDecimalFormatSymbols().getGroupingSeparator();
        // Spreadsheets write "E+06", and any kind of space where a language groups by one.
        String digits = text.strip().replace("E+", "E");
        if (Character.isSpaceChar(group)) {
            digits = digits.replaceAll("[\\u0020\\u00A0\\u202F]", String.valueOf(group));
        }
        ParsePosition position = new ParsePosition(0);
        Number parsed = format.parse(digits, position);
        if (parsed == null || position.getIndex() < digits.length()) {
            throw new IllegalArgumentException(Messages.bind(Messages.notANumber, text));
        }
        return (BigDecimal) parsed;
    }

    /**
     * @param text an amount
     * @param usual ISO 4217 code of the currency of an amount that names none
     * @return the amount
     * @throws IllegalArgumentException when it is none; the message is one sentence for the user
     */
    Money money(String text, String usual) {
        Matcher negative = PARENTHESES.matcher(text.strip());
        Matcher amount = AMOUNT.matcher(negative.matches() ? negative.group(1) : text.strip());
        if (!amount.matches() || amount.group("before") != null && amount.group("after") != null) {
            throw new IllegalArgumentException(Messages.bind(Messages.notMoney, text));
        }
        try {
            BigDecimal number = number(amount.group("number"));
            boolean minus = negative.matches() != !amount.group("minus").isEmpty();
            return Money.of(minus ? number.negate() : number, Currency.getInstance(code(amount, usual)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Messages.bind(Messages.notMoney, text), e);
        }
    }

    private String code(Matcher amount, String usual) {
        String unit = amount.group("before") == null ? amount.group("after") : amount.group("before");
        if (unit == null) {
            return usual;
        }
        String meant = SIGNS.getOrDefault(unit, unit.toUpperCase(Locale.ROOT));
        boolean sameSign = Currency.getInstance(usual).getSymbol(locale).endsWith(unit);
        return sameSign ? usual : meant;
    }
}
