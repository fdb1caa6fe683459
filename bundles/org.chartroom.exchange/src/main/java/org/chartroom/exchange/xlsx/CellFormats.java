package org.chartroom.exchange.xlsx;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.chartroom.core.type.ValueRules;

/** What a number in a cell means by the format of its style: a date, an amount of money, or a number. */
final class CellFormats {
    private static final Pattern CURRENCY = Pattern
            .compile("\\[\\$([A-Z]{3}|[\u20AC$\u00A3])[^]]*]|\"([A-Z]{3})\"|([\u20AC\u00A3])");

    private final StylesTable styles;
    private final boolean use1904;
    private final Map<Integer, Meaning> meanings = new HashMap<>();

    CellFormats(StylesTable styles, boolean use1904) {
        this.styles = styles;
        this.use1904 = use1904;
    }

    /** What a style says. */
    private record Meaning(boolean date, String currency) {
    }

    /**
     * @param number the number as the file has it
     * @param style number of the cell's style
     * @return the value as a text file would have it
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
        // The shortest number that is the same double: the file has 17 digits of what a person typed with fewer.
        BigDecimal exact = new BigDecimal(Double.toString(value));
        String plain = exact.signum() == 0 ? "0" : ValueRules.plain(exact.stripTrailingZeros());
        return meaning.currency.isEmpty() ? plain : plain + " " + meaning.currency;
    }

    private Meaning meaning(int index) {
        if (styles == null || index < 0 || index >= styles.getNumCellStyles()) {
            return new Meaning(false, "");
        }
        XSSFCellStyle style = styles.getStyleAt(index);
        String format = style.getDataFormatString() == null
                ? BuiltinFormats.getBuiltinFormat(style.getDataFormat())
                : style.getDataFormatString();
        if (format == null) {
            return new Meaning(false, "");
        }
        Matcher currency = CURRENCY.matcher(format);
        if (currency.find()) {
            String code = currency.group(1) != null
                    ? currency.group(1)
                    : currency.group(2) != null ? currency.group(2) : currency.group(3);
            return new Meaning(false, code);
        }
        return new Meaning(DateUtil.isADateFormat(style.getDataFormat(), format), "");
    }
}
