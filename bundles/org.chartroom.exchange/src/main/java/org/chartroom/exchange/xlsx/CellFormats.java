package org.chartroom.exchange.xlsx;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.LocaleID;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.value.CurrencySigns;

/** What a number in a cell means by the format of its style: a date, an amount of money, or a number. */
final class CellFormats {
    /** A currency's sign with or without the number of a locale: [$kr.-406], [$USD], and [$-407] without a sign. */
    private static final Pattern SIGN = Pattern.compile("\\[\\$([^]-]*)(?:-([0-9A-Fa-f]+))?[^]]*]");
    /** What stands as it is: a quoted text, a letter behind a backslash, the sign of a currency. */
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|\\\\(.)|(\\p{Sc})");
    /** Room as wide as a letter, or filled with it. */
    private static final Pattern ROOM = Pattern.compile("[_*].");
    private static final Pattern KEY = Pattern.compile("(?:\"([^\"]*)\"|((?:\\\\.)*))(0+)");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final int HEXADECIMAL = 16;

    private final StylesTable styles;
    private final boolean use1904;
    private final Map<Integer, Meaning> meanings = new HashMap<>();

    CellFormats(StylesTable styles, boolean use1904) {
        this.styles = styles;
        this.use1904 = use1904;
    }

    /** What a style says: a day or time, a percentage, the currency's code or unknown sign, how a key is shown; empty where nothing. */
    private record Meaning(boolean date, boolean percent, String currency, String prefix, int zeros) {
        private static final Meaning NONE = new Meaning(false, false, "", "", 0);
    }

    /**
     * @param number the number as the file has it
     * @param style number of the cell's style
     * @return the value as a text file would have it; what the style shows with zeros or letters before it as it is shown
     */
    String text(String number, int style) {
        double value = Double.parseDouble(number);
        Meaning meaning = meanings.computeIfAbsent(style, this::meaning);
        if (meaning.date && DateUtil.isValidExcelDate(value)) {
            LocalDateTime time = DateUtil.getLocalDateTime(value, use1904);
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? time.toLocalDate().toString()
                    : time.toString();
        }
        // The shortest number that is the same double: the file has 17 digits of what a person typed with fewer. Whole
        // digits are as they were written: a key may have more of them than a double.
        BigDecimal exact = new BigDecimal(WHOLE.matcher(number).matches() ? number : Double.toString(value));
        if (meaning.percent) {
            return ValueRules.plain(exact.movePointRight(2).stripTrailingZeros()) + "%";
        }
        String plain = exact.signum() == 0 ? "0" : ValueRules.plain(exact.stripTrailingZeros());
        if (meaning.zeros > 0 && exact.signum() >= 0 && exact.stripTrailingZeros().scale() <= 0) {
            return meaning.prefix + "0".repeat(Math.max(0, meaning.zeros - plain.length())) + plain;
        }
        return meaning.currency.isEmpty() ? plain : plain + " " + meaning.currency;
    }

    private Meaning meaning(int index) {
        if (styles == null || index < 0 || index >= styles.getNumCellStyles()) {
            return Meaning.NONE;
        }
        XSSFCellStyle style = styles.getStyleAt(index);
        String format = style.getDataFormatString() == null
                ? BuiltinFormats.getBuiltinFormat(style.getDataFormat())
                : style.getDataFormatString();
        if (format == null) {
            return Meaning.NONE;
        }
        String positive = format.split(";", 2)[0];
        String currency = currency(positive);
        if (!currency.isEmpty()) {
            return new Meaning(false, false, currency, "", 0);
        }
        Matcher key = KEY.matcher(positive);
        if (key.matches() && (key.group(3).length() > 1 || key.group(3).length() < positive.length())) {
            String prefix = key.group(1) == null ? key.group(2).replace("\\", "") : key.group(1);
            return new Meaning(false, false, "", prefix, key.group(3).length());
        }
        boolean percent = LITERAL.matcher(positive).replaceAll("").indexOf('%') >= 0;
        return new Meaning(!percent && DateUtil.isADateFormat(style.getDataFormat(), format), percent, "", "", 0);
    }

    /** The code of the currency, or a sign that nobody knows or that several have, which whoever reads the value refuses. */
    private static String currency(String format) {
        Matcher sign = SIGN.matcher(format);
        if (sign.find() && !sign.group(1).isBlank()) {
            return code(sign.group(1).strip(), sign.group(2));
        }
        StringBuilder literal = new StringBuilder();
        Matcher part = LITERAL.matcher(ROOM.matcher(sign.replaceAll("")).replaceAll(""));
        while (part.find()) {
            literal.append(
                    part.group(1) != null ? part.group(1) : part.group(2) != null ? part.group(2) : part.group(3));
        }
        String text = literal.toString().strip();
        boolean known = CurrencySigns.isKnown(text);
        return known || text.codePoints().anyMatch(point -> Character.getType(point) == Character.CURRENCY_SYMBOL)
                ? code(text, null)
                : "";
    }

    private static String code(String sign, String locale) {
        LocaleID id = locale == null ? null : LocaleID.lookupByLcid(Integer.parseInt(locale, HEXADECIMAL) & 0xFFFF);
        Locale named = id == null ? Locale.ROOT : Locale.forLanguageTag(id.getLanguageTag());
        return CurrencySigns.of(sign, named).map(Currency::getCurrencyCode).orElse(sign);
    }
}
