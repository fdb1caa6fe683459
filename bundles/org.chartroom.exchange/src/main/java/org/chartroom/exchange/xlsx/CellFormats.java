package org.chartroom.exchange.xlsx;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** What a number in a cell means by the format of its style: a date, an amount of money, or a number. */
final class CellFormats {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    private final StylesTable styles;
    private final boolean use1904;
    private final Map<Integer, Meaning> meanings = new HashMap<>();

    CellFormats(StylesTable styles, boolean use1904) {
        this.styles = styles;
        this.use1904 = use1904;
    }

    /** What a style says: whether it is of dates, and how numbers are shown. */
    private record Meaning(boolean date, List<FormatSection> sections) {
        private static final Meaning NONE = new Meaning(false, FormatSection.of("General"));
    }

    /**
     * @param number the number as the file has it
     * @param style number of the cell's style
     * @return the value as a text file would have it, with the units, signs and zeros that the style shows
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
        return FormatSection.of(meaning.sections, exact).text(exact);
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
        List<FormatSection> sections = FormatSection.of(format);
        return new Meaning(!sections.get(0).isOfNumbers() && DateUtil.isADateFormat(style.getDataFormat(), format),
                sections);
    }
}
