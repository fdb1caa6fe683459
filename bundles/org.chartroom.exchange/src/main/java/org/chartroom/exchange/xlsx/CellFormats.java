package org.chartroom.exchange.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** What a number in a cell means by the format of its style: a date, an amount of money, or a number. */
final class CellFormats {
    private static final MathContext SHOWN = new MathContext(15);
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    private final StylesTable styles;
    private final boolean use1904;
    private final Map<Integer, Meaning> meanings = new HashMap<>();

    CellFormats(StylesTable styles, boolean use1904) {
        this.styles = styles;
        this.use1904 = use1904;
    }

    /** What a style says: what of a point in time it shows, if it is of time at all, and how numbers are shown. */
    private record Meaning(Optional<TimeFormat> time, List<FormatSection> sections) {
        private static final Meaning NONE = new Meaning(Optional.empty(), FormatSection.of("General"));
    }

    /**
     * @param number the number as the file has it
     * @param style number of the cell's style
     * @return the value as a text file would have it, with the units, signs and zeros that the style shows
     */
    String text(String number, int style) {
        double value = Double.parseDouble(number);
        Meaning meaning = meanings.computeIfAbsent(style, this::meaning);
        boolean isDate = meaning.time.isPresent() && DateUtil.isValidExcelDate(value);
        if (isDate) {
            return meaning.time.get().text(value, use1904);
        }
        // Programs show, and people type, at most 15 digits; the file has 17, and what a formula leaves behind the 15th is
        // noise of its arithmetic. Whole digits are as they were written: a key may have more of them than a double.
        BigDecimal exact = WHOLE.matcher(number).matches() ? new BigDecimal(number) : shown(number);
        // Before the first day there is none; the number is what the file has.
        return meaning.time.isPresent()
                ? exact.toPlainString()
                : FormatSection.of(meaning.sections, exact).text(exact);
    }

    /**
     * @param style number of a cell's style
     * @return how many digits behind the point it shows in any case
     */
    int decimals(int style) {
        Meaning meaning = meanings.computeIfAbsent(style, this::meaning);
        return meaning.time.isPresent() ? 0 : meaning.sections.get(0).decimals();
    }

    private static BigDecimal shown(String number) {
        BigDecimal rounded = new BigDecimal(number).round(SHOWN);
        BigDecimal shortest = rounded.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
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
        boolean isTime = !sections.get(0).isOfNumbers() && DateUtil.isADateFormat(style.getDataFormat(), format);
        return new Meaning(isTime ? Optional.of(TimeFormat.of(format)) : Optional.empty(), sections);
    }
}
