package org.chartroom.report;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.compare.Comparison;
import org.chartroom.core.compare.Counts;
import org.chartroom.core.compare.Difference;
import org.eclipse.osgi.util.NLS;

/** What a document says of a comparison, whatever its format. */
final class ComparisonText {
    private ComparisonText() {
    }

    /**
     * One difference in a table.
     *
     * @param kind what happened
     * @param path the names from the artifact to the element or field
     * @param left what it was
     * @param right what it is
     */
    record Row(Difference.Kind kind, String path, String left, String right) {
        String kindLabel() {
            return switch (kind) {
                case ADDED -> Messages.Comparison_added;
                case REMOVED -> Messages.Comparison_removed;
                case MOVED -> Messages.Comparison_moved;
                case CHANGED -> Messages.Comparison_changed;
                case DERIVED -> Messages.Comparison_derived;
                case INSIDE -> "";
            };
        }
    }

    static String title(Comparison comparison) {
        return NLS.bind(Messages.Comparison_title, comparison.left().label(), comparison.right().label());
    }

    static String summary(Comparison comparison) {
        Counts counts = comparison.counts();
        return NLS.bind(Messages.Comparison_counts, new Object[]{counts.added(), counts.removed(), counts.moved(),
                counts.changed(), counts.derived()});
    }

    /** @return heads of the columns of a table of rows */
    static List<String> columns(Comparison comparison) {
        return List.of(Messages.Comparison_what, Messages.Comparison_where, comparison.left().label(),
                comparison.right().label());
    }

    /** @return a row for each difference in the tree of an artifact, from the outside in */
    static List<Row> rows(Difference artifact) {
        List<Row> rows = new ArrayList<>();
        collect(artifact, "", rows);
        return rows;
    }

    private static void collect(Difference difference, String where, List<Row> rows) {
        String path = where.isEmpty() ? difference.label() : where + " \u203A " + difference.label();
        if (difference.kind() != Difference.Kind.INSIDE) {
            rows.add(new Row(difference.kind(), path, difference.leftText(), difference.rightText()));
        }
        difference.children().forEach(child -> collect(child, path, rows));
    }
}
