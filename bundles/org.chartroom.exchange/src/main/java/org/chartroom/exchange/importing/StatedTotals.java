package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.value.ValueReader;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportTotals.Contradiction;
import org.chartroom.model.Money;

/**
 * The totals that a file states itself, in rows that are no items: each is the sum of all rows above, or of those since the
 * total before. Rows that are refused count; the file has them.
 */
final class StatedTotals {
    private final CsvTable table;
    private final List<ColumnReader> columns;
    private long values;
    private long judged;
    private long differing;

    StatedTotals(CsvTable table, List<ColumnReader> columns) {
        this.table = table;
        this.columns = columns.stream().filter(ColumnReader::isSummed).toList();
    }

    /** A sum of rows; none when a value can't be read, or currencies differ. */
    private static final class Sum {
        private BigDecimal amount = BigDecimal.ZERO;
        private Currency currency;
        private boolean isSum = true;
        private int count;

        void add(Optional<Object> value) {
            if (value.isEmpty()) {
                isSum = false;
                return;
            }
            if (value.get() instanceof Money money) {
                isSum &= currency == null || currency.equals(money.currency());
                currency = money.currency();
            }
            amount = amount.add(ControlTotals.amount(value.get()));
            count++;
        }

        boolean isComparable(Object total) {
            return isSum && count > 0
                    && (!(total instanceof Money money) || currency == null || money.currency().equals(currency));
        }
    }

    /**
     * @param contradictions gets the first totals that differ
     * @return how many there are
     */
    ImportTotals.Stated compare(List<Contradiction> contradictions) {
        long after = 0;
        for (CsvTable.Row total : table.layout().totals()) {
            for (ColumnReader column : columns) {
                if (!total.values()[column.mapping().column()].isBlank()) {
                    compare(column, total, after, contradictions);
                }
            }
            after = total.line();
        }
        return new ImportTotals.Stated(values, judged, differing);
    }

    private void compare(ColumnReader column, CsvTable.Row total, long after, List<Contradiction> contradictions) {
        values++;
        Optional<Object> said = column.glance(total);
        if (said.isEmpty()) {
            return;
        }
        BigDecimal unit = column.lastDigit(total).orElse(BigDecimal.ZERO);
        List<Sum> sums = new ArrayList<>();
        for (Sum sum : List.of(sum(column, after, total.line()), sum(column, 0, total.line()))) {
            if (sum.isComparable(said.get())) {
                sums.add(sum);
            }
        }
        if (sums.isEmpty()) {
            return;
        }
        judged++;
        BigDecimal stated = ControlTotals.amount(said.get());
        if (sums.stream().anyMatch(sum -> StatedFigures.isNear(stated, sum.amount, unit))) {
            return;
        }
        differing++;
        if (contradictions.size() < ImportTotals.MOST_CONTRADICTIONS) {
            contradictions.add(new Contradiction(total.line(), label(total), column.mapping().name(),
                    column.text(total).strip(), text(sums.get(0), unit), true));
        }
    }

    private Sum sum(ColumnReader column, long after, long before) {
        Sum sum = new Sum();
        for (CsvTable.Row row : table.rows()) {
            if (row.line() > after && row.line() < before && !row.values()[column.mapping().column()].isBlank()) {
                sum.add(column.glance(row));
            }
        }
        return sum;
    }

    private static String text(Sum sum, BigDecimal unit) {
        String digits = StatedFigures.rounded(sum.amount, unit);
        return sum.currency == null ? digits : digits + " " + sum.currency.getCurrencyCode();
    }

    /** What the row calls itself. */
    private static String label(CsvTable.Row total) {
        return Arrays.stream(total.values()).filter(value -> !value.isBlank() && !ValueReader.isNumber(value))
                .findFirst()
                .orElse(Messages.totalRow);
    }
}
