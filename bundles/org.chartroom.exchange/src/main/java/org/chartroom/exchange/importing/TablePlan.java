package org.chartroom.exchange.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a table is taken: where it was found and what is done with each of its columns.
 *
 * @param encoding name of the encoding of a text file; empty for a workbook
 * @param delimiter the character between two values of a text file; empty for a workbook
 * @param sheet the sheet of a workbook; empty for a text file
 * @param otherSheets the sheets that were not chosen, as they are said: hidden ones are marked
 * @param headerRow number of the line or row that names the columns; 0 when none does
 * @param columns its columns, in their order
 * @param unknownWords words that are none of the choices of their fields
 * @param unusedOptions names of options that are said and mean nothing to any column
 */
public record TablePlan(Optional<String> encoding, Optional<String> delimiter, Optional<String> sheet,
        List<String> otherSheets, long headerRow, List<Column> columns, List<UnknownWord> unknownWords,
        List<String> unusedOptions) {
    /** @return the same with further options that mean nothing to any column */
    TablePlan unusing(List<String> options) {
        return new TablePlan(encoding, delimiter, sheet, otherSheets, headerRow, columns, unknownWords,
                Stream.concat(unusedOptions.stream(), options.stream()).toList());
    }

    /**
     * What is done with one column.
     *
     * @param name its name in the file
     * @param field path of the field it goes to; empty when it goes nowhere
     * @param label what users call the field, or what its values say of other columns; empty when it goes nowhere
     * @param values number of its values
     * @param decimal "comma" or "point"; empty where nothing decides or it holds no numbers
     * @param dateOrder "dmy", "mdy" or "ymd"; empty where nothing decides or it holds no dates
     * @param scale the scale of its numbers, for fields with steps
     * @param currency code of the currency of amounts that name none; empty where none is known
     * @param unit what the header says that its numbers are multiplied by; empty when it says nothing
     * @param words what words of it were taken for
     * @param comparedWith name of the computed field that its values are compared with, because they go nowhere; empty
     *        otherwise
     */
    public record Column(String name, Optional<String> field, Optional<String> label, long values,
            Optional<String> decimal, Optional<String> dateOrder, Optional<String> scale, Optional<String> currency,
            Optional<String> unit, Map<String, String> words, Optional<String> comparedWith) {
        /** @return a column that says the currencies of amounts in others */
        static Column currencies(String name, long values) {
            return new Column(name, Optional.empty(), Optional.of(Messages.currenciesOfAmounts), values,
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(),
                    Optional.empty());
        }

        /** @return a column that goes nowhere, whose values may be compared with a computed field */
        static Column nowhere(String name, long values, Optional<String> comparedWith) {
            return new Column(name, Optional.empty(), Optional.empty(), values, Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), comparedWith);
        }
    }
}
