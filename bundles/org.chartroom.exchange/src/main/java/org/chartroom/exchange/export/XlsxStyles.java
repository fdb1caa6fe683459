package org.chartroom.exchange.export;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;
import org.chartroom.model.Currencies;

/** The styles of a workbook, each made once: a workbook may have only so many. */
final class XlsxStyles {
    private final Workbook workbook;
    private final CellStyle plain;
    private final CellStyle header;
    private final CellStyle date;
    private final CellStyle time;
    private final CellStyle percentage;
    private final CellStyle quoted;
    private final Map<Currency, CellStyle> money = new HashMap<>();

    XlsxStyles(Workbook workbook) {
        this.workbook = workbook;
        plain = workbook.getCellStyleAt(0);
        header = workbook.createCellStyle();
        Font bold = workbook.createFont();
        bold.setBold(true);
        header.setFont(bold);
        header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        date = formatted("yyyy-mm-dd");
        time = formatted("yyyy-mm-dd hh:mm");
        percentage = formatted("0.##%");
        quoted = workbook.createCellStyle();
        quoted.setQuotePrefixed(true);
    }

    private CellStyle formatted(String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    /** @return the style of cells that have none: one that is not told is looked up for each cell among those of its column */
    CellStyle plain() {
        return plain;
    }

    CellStyle header() {
        return header;
    }

    CellStyle date() {
        return date;
    }

    CellStyle time() {
        return time;
    }

    CellStyle percentage() {
        return percentage;
    }

    CellStyle quoted() {
        return quoted;
    }

    CellStyle money(Currency currency) {
        return money.computeIfAbsent(currency, code -> {
            int digits = Currencies.digits(code);
            return formatted("#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits)) + " [$" + code + "]");
        });
    }
}
