package org.chartroom.exchange.csv;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The content of a delimited text file, or of a sheet of a workbook.
 *
 * @param file name of the file, for messages
 * @param sheet name of the sheet; empty for a text file
 * @param columns names of the columns; "Column 1" and so on where the file has no header
 * @param rows the records below the header
 * @param delimiter the character between two values; 0 for a sheet
 * @param layout where in the file the table was found
 */
public record CsvTable(String file, Optional<String> sheet, List<String> columns, List<Row> rows, char delimiter,
        Layout layout) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /**
     * Where in its file a table was found.
     *
     * @param encoding name of the encoding of a text file; empty for a sheet
     * @param headerRow number of the line or row that names the columns; 0 when none does
     * @param otherSheets the sheets that were not chosen, as they are said: hidden ones are marked
     * @param notes what was left out or taken along because of what it is, one sentence each
     * @param nowhere values that are in no column of the table, one sentence each
     * @param totals the rows that sum up others and were left out, in their order
     * @param above what stands above the header, where amounts may be said to be in thousands
     */
    public record Layout(Optional<String> encoding, long headerRow, List<String> otherSheets, List<String> notes,
            List<String> nowhere, List<Row> totals, String above) {
        /** Nothing is known of it. */
        public static final Layout UNKNOWN = new Layout(Optional.empty(), 1, List.of(), List.of(), List.of(),
                List.of(), "");

        /**
         * @param sheets the sheets that were not chosen
         * @param said what was left out or taken along
         * @return the same layout with these
         */
        public Layout with(List<String> sheets, List<String> said) {
            return new Layout(encoding, headerRow, sheets, said, nowhere, totals, above);
        }
    }

    /**
     * @param file name of the file, for messages
     * @param sheet name of the sheet; empty for a text file
     * @param columns names of the columns
     * @param rows the records below the header
     */
    public CsvTable(String file, Optional<String> sheet, List<String> columns, List<Row> rows) {
        this(file, sheet, columns, rows, (char) 0, Layout.UNKNOWN);
    }

    /**
     * @param file name of a text file, for messages
     * @param columns names of the columns
     * @param rows the records below the header
     */
    public CsvTable(String file, List<String> columns, List<Row> rows) {
        this(file, Optional.empty(), columns, rows);
    }

    /** @return what of the file is not in the table, one sentence each */
    public List<String> notes() {
        return Stream.concat(layout.notes().stream(), layout.nowhere().stream()).toList();
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
     * @param typed the columns whose values a workbook holds as numbers, days or truth values and not as texts: they are in
     *        file form, whatever language the sheet speaks; null when there are none
     * @param problem why the row can't be taken; completes "because ..."; empty when it can
     * @param decimals how many digits behind the point a workbook shows of each value, also where they are zeros; null when it
     *        says so of none
     */
    public record Row(long line, String[] values, BitSet typed, String problem, byte[] decimals) {
        /**
         * @param line number of its first line in the file, or of its row in the sheet, from 1
         * @param values its values, one for each column; an absent one is empty
         * @param typed the columns whose values are in file form; null when there are none
         * @param problem why the row can't be taken; completes "because ..."; empty when it can
         */
        public Row(long line, String[] values, BitSet typed, String problem) {
            this(line, values, typed, problem, null);
        }

        /**
         * @param line number of its first line in the file, or of its row in the sheet, from 1
         * @param values its values, one for each column; an absent one is empty
         * @param typed the columns whose values are in file form; null when there are none
         */
        public Row(long line, String[] values, BitSet typed) {
            this(line, values, typed, "");
        }

        /**
         * @param line number of its first line in the file, from 1
         * @param values its values, one for each column; an absent one is empty
         */
        public Row(long line, String[] values) {
            this(line, values, null, "");
        }

        /**
         * @param column index of a column
         * @return whether the value is in file form
         */
        public boolean isTyped(int column) {
            return typed != null && typed.get(column);
        }

        /**
         * @param column index of a column
         * @return the value as people see it: 1.1 that is shown as 1.10 is another code than 1.1
         */
        public String shown(int column) {
            String value = values[column];
            int wanted = decimals == null || column >= decimals.length || !isTyped(column) ? 0 : decimals[column];
            if (wanted == 0 || !NUMBER.matcher(value).matches()) {
                return value;
            }
            int point = value.indexOf('.');
            int missing = wanted - (point < 0 ? 0 : value.length() - point - 1);
            return missing <= 0 ? value : value + (point < 0 ? "." : "") + "0".repeat(missing);
        }

        /**
         * @param reason why the row can't be taken
         * @return the row with it
         */
        Row refused(String reason) {
            return new Row(line, values, typed, reason, decimals);
        }
    }
}
