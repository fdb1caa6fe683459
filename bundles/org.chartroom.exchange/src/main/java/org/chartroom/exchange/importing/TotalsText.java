package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

import org.chartroom.core.type.ValueRules;
import org.chartroom.exchange.importing.ImportTotals.Compared;
import org.chartroom.exchange.importing.ImportTotals.Contradiction;
import org.chartroom.exchange.importing.ImportTotals.Sum;

/** Says control totals in words, the same on the command line and in the wizard. */
public final class TotalsText {
    private TotalsText() {
    }

    /**
     * @param totals the totals of an import
     * @param place says where a line or row is
     * @return the figures of the file that contradict its rows, one line each; empty when there are none
     */
    public static List<String> contradictions(ImportTotals totals, LongFunction<String> place) {
        List<String> lines = new ArrayList<>();
        for (Contradiction one : totals.contradictions()) {
            lines.add(Messages.bind(one.ofRows() ? Messages.contradictsSum : Messages.contradictsComputed,
                    new Object[]{place.apply(one.line()), one.item(),
                            one.column(), one.stated(), one.computed()}));
        }
        long others = totals.contradictionCount() - totals.contradictions().size();
        if (others > 0) {
            lines.add(Messages.bind(Messages.moreContradictions, others));
        }
        return lines;
    }

    /**
     * @param totals the totals of an import
     * @return rows, sums of the columns and columns that were compared, one line each
     */
    public static List<String> lines(ImportTotals totals) {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.bind(Messages.totalRows,
                new Object[]{totals.rows(), totals.created() + totals.changed(), totals.created(), totals.changed(),
                        totals.unchanged(), totals.refused()}));
        for (ImportTotals.Column column : totals.columns()) {
            for (Sum sum : column.sums()) {
                lines.add(sum.difference().signum() == 0
                        ? Messages.bind(Messages.totalSum, column.name(), text(sum.inFile(), sum))
                        : Messages.bind(Messages.totalDifference, new Object[]{column.name(), text(sum.inFile(), sum),
                                text(sum.arrived(), sum), text(sum.difference(), sum)}));
            }
            if (column.unread() > 0) {
                lines.add(Messages.bind(Messages.totalUnread, column.name(), column.unread()));
            }
        }
        for (Compared one : totals.compared()) {
            lines.add(Messages.bind(Messages.compared, new Object[]{one.name(), one.label(), one.values(),
                    one.judged(), one.contradictions()}));
        }
        ImportTotals.Stated stated = totals.stated();
        if (stated.values() > 0) {
            lines.add(Messages.bind(Messages.statedTotals,
                    new Object[]{stated.values(), stated.judged(), stated.contradictions()}));
        }
        return lines;
    }

    private static String text(BigDecimal number, Sum sum) {
        String digits = ValueRules.plain(number);
        return sum.currency().isEmpty() ? digits : digits + " " + sum.currency();
    }
}
