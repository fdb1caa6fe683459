package org.chartroom.exchange.csv;

import java.util.List;
import java.util.Optional;

/**
 * The content of a delimited text file, or of a sheet of a workbook.
 *
 * @param file name of the file, for messages
 * @param sheet name of the sheet; empty for a text file
 * @param columns names of the columns; "Column 1" and so on where the file has no header
 * @param rows the records below the header
 */
public record CsvTable(String file, Optional<String> sheet, List<String> columns, List<Row> rows) {
    /**
     * @param file name of a text file, for messages
     * @param columns names of the columns
     * @param rows the records below the header
     */
    public CsvTable(String file, List<String> columns, List<Row> rows) {
        this(file, Optional.empty(), columns, rows);
    }

    /** @return file and sheet, for messages */
    public String name() {
        return sheet.map(one -> file + ", sheet " + one).orElse(file);
    }

    /**
     * @param line number of a line of the file or of a row of the sheet
     * @return where that is, for messages: "line 5" or "row 5"
     */
    public String place(long line) {
        return (sheet.isPresent() ? "row " : "line ") + line;
    }

    /**
     * One record.
     *
     * @param line number of its first line in the file, or of its row in the sheet, from 1
     * @param values its values, one for each column; an absent one is empty
     */
    public record Row(long line, String[] values) {
    }
}
