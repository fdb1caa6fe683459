package org.chartroom.exchange.csv;

import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What is known of a table before it is found in its file or sheet.
 *
 * @param headerRow number of the line or row that names the columns; found out when empty
 * @param known tells names of fields from other texts
 */
public record TableSearch(OptionalLong headerRow, Predicate<String> known) {
    /** Nothing is known. */
    public static final TableSearch UNKNOWN = new TableSearch(OptionalLong.empty(), name -> false);

    /**
     * @param known tells names of fields from other texts
     * @return a search that finds the header by them
     */
    public static TableSearch by(Predicate<String> known) {
        return new TableSearch(OptionalLong.empty(), known);
    }
}
