package org.chartroom.exchange.export;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook whose rows are made when the file is written, straight into it. The streaming workbook of POI would keep some of
 * them as objects, and all of them in a file that is read and packed again.
 */
final class StreamedWorkbook extends SXSSFWorkbook {
    private final Map<SXSSFSheet, Rows> rows = new IdentityHashMap<>();

    /** Writes the rows of a sheet. */
    interface Rows {
        /** @param out what they are written to */
        void write(SheetRows out) throws IOException;
    }

    StreamedWorkbook() {
        setShouldCalculateSheetDimensions(false);
    }

    /**
     * Says what the rows of a sheet are.
     *
     * @param count how many there are; at least one
     * @param columns how many columns they have; at least one
     */
    void fill(SXSSFSheet sheet, int count, int columns, Rows content) {
        getXSSFWorkbook().getSheet(sheet.getSheetName())
                .setDimensionOverride(new CellRangeAddress(0, count - 1, 0, columns - 1));
        rows.put(sheet, content);
    }

    @Override
    protected ISheetInjector createSheetInjector(SXSSFSheet sheet) {
        return out -> {
            SheetRows written = new SheetRows(out);
            rows.get(sheet).write(written);
            written.flush();
        };
    }
}
