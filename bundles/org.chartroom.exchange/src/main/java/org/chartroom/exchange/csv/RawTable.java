package org.chartroom.exchange.csv;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a text file or of a sheet as they stand there, before anybody knows which of them is the header.
 *
 * @param file name of the file, for messages
 * @param sheet name of the sheet; empty for a text file
 * @param encoding name of the encoding of a text file; empty for a sheet
 * @param delimiter the character between two values; 0 for a sheet
 * @param rows its rows, each as long as it has values; rows without any may be missing
 * @param merged areas of a sheet that are shown as one cell, whose value is in the first cell of the first row
 * @param hidden numbers of the rows that the sheet does not show
 * @param otherSheets the sheets that were not chosen, as they are said: hidden ones are marked
 * @param notes what could not be read as it is meant, one sentence each
 */
public record RawTable(String file, Optional<String> sheet, Optional<String> encoding, char delimiter,
        List<CsvTable.Row> rows, List<Area> merged, Set<Long> hidden, List<String> otherSheets, List<String> notes) {
    /**
     * An area of a sheet.
     *
     * @param firstRow number of its first row, from 1
     * @param lastRow number of its last row
     * @param firstColumn index of its first column, from 0
     * @param lastColumn index of its last column
     */
    public record Area(long firstRow, long lastRow, int firstColumn, int lastColumn) {
    }

    /**
     * @param file name of a text file, for messages
     * @param encoding name of its encoding
     * @param delimiter the character between two values
     * @param rows its rows
     * @param notes what is to be said of how it is read, one sentence each
     */
    public RawTable(String file, String encoding, char delimiter, List<CsvTable.Row> rows, List<String> notes) {
        this(file, Optional.empty(), Optional.of(encoding), delimiter, rows, List.of(), Set.of(), List.of(), notes);
    }

    /** @return file and sheet, for messages */
    String name() {
        return sheet.map(one -> file + ", sheet " + one).orElse(file);
    }
}
