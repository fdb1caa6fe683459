package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Money;

/** Adds up the columns of numbers and amounts while an import is planned. */
final class ControlTotals {
    private final List<Counter> counters;

    /** The sums of one column, by the code of the currency. */
    private static final class Counter {
        private final ColumnReader column;
        private final Map<String, BigDecimal> inFile = new LinkedHashMap<>();
        private final Map<String, BigDecimal> arrived = new LinkedHashMap<>();
        private long unread;

        Counter(ColumnReader column) {
            this.column = column;
        }

        void refused(CsvTable.Row row) {
            if (row.values()[column.mapping().column()].isBlank()) {
                return;
            }
            Optional<Object> value = column.glance(row);
            value.ifPresent(one -> add(inFile, one));
            if (value.isEmpty()) {
                unread++;
            }
        }

        void arrived(Object value) {
            if (value != null) {
                add(inFile, value);
                add(arrived, value);
            }
        }

        private static void add(Map<String, BigDecimal> sums, Object value) {
            String currency = value instanceof Money money ? money.currency().getCurrencyCode() : "";
            sums.merge(currency, amount(value), BigDecimal::add);
        }

        ImportTotals.Column total() {
            return new ImportTotals.Column(column.mapping().name(), column.target().path(),
                    inFile.entrySet().stream().map(sum -> new ImportTotals.Sum(sum.getKey(), sum.getValue(),
                            arrived.getOrDefault(sum.getKey(), BigDecimal.ZERO))).toList(),
                    unread);
        }
    }

    /** @return what a number, or an amount of whatever currency, adds to a sum */
    static BigDecimal amount(Object value) {
        return value instanceof Money money
                ? money.amount()
                : value instanceof Integer whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
    }

    /** @param columns the columns that go to a field */
    ControlTotals(List<ColumnReader> columns) {
        counters = columns.stream().filter(ColumnReader::isSummed).map(Counter::new).toList();
    }

    /** Takes a row that can't be imported. */
    void refused(CsvTable.Row row) {
        counters.forEach(counter -> counter.refused(row));
    }

    /**
     * Takes a row that is imported, or whose item is there already.
     *
     * @param values its values by their columns
     */
    void arrived(Map<ColumnReader, Object> values) {
        counters.forEach(counter -> counter.arrived(values.get(counter.column)));
    }

    /** @return the sums of the columns that have any value */
    List<ImportTotals.Column> totals() {
        List<ImportTotals.Column> all = new ArrayList<>();
        for (Counter counter : counters) {
            if (!counter.inFile.isEmpty() || counter.unread > 0) {
                all.add(counter.total());
            }
        }
        return all;
    }
}
