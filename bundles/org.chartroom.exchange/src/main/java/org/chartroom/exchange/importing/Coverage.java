package org.chartroom.exchange.importing;

import java.util.List;

import org.chartroom.core.type.Presentation;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.eclipse.emf.ecore.EClass;

/** Tells a table of another kind: most of its columns find no field, and what arrives would be a shell of it. */
public final class Coverage {
    /** Of the columns with values, at least one in so many must find a field. */
    private static final int FEWEST = 3;

    private Coverage() {
    }

    /**
     * @param table a table
     * @param mappings what is proposed for its columns
     * @param itemClass class of the items it is imported as
     * @throws ImportException when less than a third of the columns that have values find a field; the message says which
     *         ones do
     */
    public static void check(CsvTable table, List<ColumnMapping> mappings, EClass itemClass) {
        List<ColumnMapping> filled = filled(table, mappings);
        List<ColumnMapping> found = found(filled);
        if (isOtherKind(filled, found)) {
            throw new ImportException(Messages.bind(Messages.hardlyMatches, new Object[]{table.name(),
                    Presentation.label(itemClass), filled.size(), found.size(), String.join(", ", found.stream()
                            .map(mapping -> mapping.name() + " > " + mapping.target().orElseThrow().label())
                            .toList())}));
        }
    }

    /**
     * @param table a table
     * @param mappings what is proposed for its columns
     * @return whether enough columns find a field, so that nothing must be said for the table to be taken
     */
    public static boolean isEnough(CsvTable table, List<ColumnMapping> mappings) {
        List<ColumnMapping> filled = filled(table, mappings);
        return !isOtherKind(filled, found(filled));
    }

    private static boolean isOtherKind(List<ColumnMapping> filled, List<ColumnMapping> found) {
        return found.size() * FEWEST < filled.size();
    }

    private static List<ColumnMapping> found(List<ColumnMapping> filled) {
        return filled.stream().filter(mapping -> mapping.target().isPresent()).toList();
    }

    private static List<ColumnMapping> filled(CsvTable table, List<ColumnMapping> mappings) {
        return mappings.stream().filter(mapping -> table.rows().stream()
                .anyMatch(row -> !row.values()[mapping.column()].isBlank())).toList();
    }
}
