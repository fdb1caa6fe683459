package org.chartroom.exchange.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.chartroom.core.value.Steps;
import org.chartroom.exchange.csv.CsvTable;
import org.eclipse.emf.ecore.EReference;

/** Finds which of the options that are said for the values of a table mean something to none of its columns. */
final class OptionUse {
    private final CsvTable table;
    private final List<ColumnReader> columns;
    private final Map<String, Predicate<ColumnReader>> meanings = new LinkedHashMap<>();

    /** @param columns the columns that go somewhere */
    OptionUse(CsvTable table, List<ColumnReader> columns) {
        this.table = table;
        this.columns = columns;
        meanings.put("decimal", column -> column.isNumber() && isWritten(column));
        meanings.put("date-order", column -> column.isDate() && isWritten(column));
        meanings.put("currency", ColumnReader::takesCurrency);
        meanings.put("scale", column -> Steps.has(column.target().feature()));
        meanings.put("keep-scale", column -> Steps.has(column.target().feature()));
        meanings.put("period", this::lacksPeriod);
    }

    /** @return names of the options that no column takes */
    List<String> unused(ImportOptions options) {
        return options.said().keySet().stream()
                .filter(option -> meanings.containsKey(option) && columns.stream().noneMatch(meanings.get(option)))
                .toList();
    }

    /** The cells of a sheet that are numbers and days are stored as such, however they are shown. */
    private boolean isWritten(ColumnReader column) {
        List<CsvTable.Row> filled = filled(column);
        return filled.isEmpty() || filled.stream().anyMatch(row -> !row.isTyped(column.mapping().column()));
    }

    private List<CsvTable.Row> filled(ColumnReader column) {
        return table.rows().stream().filter(row -> !column.text(row).isBlank()).toList();
    }

    /** A value takes it whose header names no period, in a table where not each row names one. */
    private boolean lacksPeriod(ColumnReader column) {
        return column.target().list().filter(list -> column.period().isEmpty() && !column.isWhen()
                && Identity.of(list.getEReferenceType()).when().isPresent() && !isNamedInAll(list)).isPresent();
    }

    private boolean isNamedInAll(EReference list) {
        return columns.stream().anyMatch(column -> column.isWhen() && column.target().list().filter(list::equals)
                .isPresent() && filled(column).size() == table.rows().size());
    }
}
