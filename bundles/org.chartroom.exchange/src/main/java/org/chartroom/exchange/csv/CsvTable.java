package org.chartroom.exchange.csv;

import java.util.List;

/**
 * The content of a delimited text file.
 *
 * @param file name of the file, for messages
 * @param columns names of the columns; "Column 1" and so on where the file has no header
 * @param rows the records below the header
 */
public record CsvTable(String file, List<String> columns, List<Row> rows) {
    /**
     * One record.
     *
     * @param line number of its first line in the file, from 1
     * @param values its values, one for each column; an absent one is empty
     */
    public record Row(long line, String[] values) {
    }
}
