package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.eclipse.emf.ecore.EReference;

/**
 * What the cells of a row say, read; empty cells say nothing.
 *
 * @param row the row
 * @param label key or title of its item, as it stands there
 * @param labelId how that is compared
 * @param firstLine line of the first row that calls its item so, which may be one that can't be read
 * @param values the values by their columns
 */
record RowValues(CsvTable.Row row, String label, String labelId, long firstLine, RowCells values) {
    /** @return the values of the item itself */
    Map<ColumnReader, Object> own() {
        if (lists().isEmpty()) {
            return values;
        }
        Map<ColumnReader, Object> own = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (column.target().list().isEmpty()) {
                own.put(column, value);
            }
        });
        return own;
    }

    /** @return the values of elements in a list of the item: of one, and of one for each period that columns name */
    Collection<Map<ColumnReader, Object>> of(EReference list) {
        Map<Optional<PeriodSpan>, Map<ColumnReader, Object>> elements = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (column.target().list().filter(list::equals).isPresent()) {
                elements.computeIfAbsent(column.period(), one -> new LinkedHashMap<>()).put(column, value);
            }
        });
        return elements.values();
    }

    /** @return the lists of the item that it has values for */
    List<EReference> lists() {
        if (!values.mayHaveLists()) {
            return List.of();
        }
        List<EReference> lists = new ArrayList<>();
        for (ColumnReader column : values.keySet()) {
            column.target().list().filter(list -> !lists.contains(list)).ifPresent(lists::add);
        }
        return lists;
    }

    /** Rows are told apart by their place; two may say the same. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** @return whether it has more than values of the item itself that can be had once */
    boolean isPart() {
        return values.keySet().stream()
                .anyMatch(column -> column.target().list().isPresent() || column.target().feature().isMany());
    }
}
