package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.util.List;

/**
 * The control totals of an import: what was in the file, what of it arrives, and where figures that the file states differ
 * from those that follow from its rows.
 *
 * @param rows number of rows read
 * @param created number of rows that become new items
 * @param changed number of rows that change an item
 * @param unchanged number of rows whose item is there already, just so
 * @param refused number of rows that can't be imported
 * @param columns the columns of numbers and amounts, except steps of scales and percentages
 * @param compared the columns that state what is computed
 * @param stated how many totals of columns the file states itself, and how many of them differ from the sums of the rows
 * @param contradictions the first of the stated figures that differ from the computed ones
 */
public record ImportTotals(long rows, long created, long changed, long unchanged, long refused, List<Column> columns,
        List<Compared> compared, Stated stated, List<Contradiction> contradictions) {
    /** The most contradictions that are listed; the others are counted. */
    public static final int MOST_CONTRADICTIONS = 20;

    /**
     * The sums of one column.
     *
     * @param name its name in the file
     * @param field path of the field it goes to
     * @param sums one for numbers, or one for each currency
     * @param unread number of its values that are not in the sums, because they can't be read
     */
    public record Column(String name, String field, List<Sum> sums, long unread) {
    }

    /**
     * A sum of one column.
     *
     * @param currency code of the currency; empty for numbers
     * @param inFile the sum of all values that can be read
     * @param arrived the sum of those in rows that are not refused
     */
    public record Sum(String currency, BigDecimal inFile, BigDecimal arrived) {
        /** @return what does not arrive; zero when all does */
        public BigDecimal difference() {
            return inFile.subtract(arrived);
        }
    }

    /**
     * A column that states what is computed.
     *
     * @param name its name in the file
     * @param field name of the computed field
     * @param label what users call the computed field
     * @param values number of its values
     * @param judged number of its values that could be compared
     * @param contradictions number of its values that differ
     */
    public record Compared(String name, String field, String label, long values, long judged, long contradictions) {
    }

    /**
     * The totals that the file states itself, in rows that are no items.
     *
     * @param values how many there are in columns that are summed
     * @param judged how many of them could be compared with the sums of the rows above
     * @param contradictions how many of them differ
     */
    public record Stated(long values, long judged, long contradictions) {
        /** The file states none. */
        public static final Stated NONE = new Stated(0, 0, 0);
    }

    /**
     * A figure of the file that differs from what follows from its row, or from the rows above.
     *
     * @param line number of the row's first line in the file
     * @param item key or title of the item
     * @param column name of the column
     * @param stated what the file says
     * @param computed what is computed, with as many digits as the file gives
     * @param ofRows whether it is the total of the rows above, and not a figure of its own row
     */
    public record Contradiction(long line, String item, String column, String stated, String computed,
            boolean ofRows) {
    }

    /** @return number of all contradictions, those that are not listed too */
    public long contradictionCount() {
        return compared.stream().mapToLong(Compared::contradictions).sum() + stated.contradictions();
    }
}
