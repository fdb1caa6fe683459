package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.chartroom.exchange.csv.CsvTable;

/** The texts of a column, of which most columns of a large table have few different ones. */
final class ColumnTexts {
    private static final int MOST_KNOWN = 10_000;

    private ColumnTexts() {
    }

    /** @return the cells of a column that are texts; each text once where they are few, but at least once */
    static List<String> of(CsvTable table, int column) {
        List<String> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (column < table.columns().size()) {
            for (CsvTable.Row row : table.rows()) {
                String text = row.values()[column];
                if (!row.isTyped(column) && (seen.size() < MOST_KNOWN ? seen.add(text) : !seen.contains(text))) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
