package org.chartroom.exchange.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes texts that come again in a column one object: most columns of a large table have few different ones, and the table is
 * kept whole. Where a column has many different ones it is left alone.
 */
final class SharedTexts {
    private static final int SLOTS = 256;
    private static final int LONGEST = 40;
    private static final int TRIED = 1_000;

    private final List<Column> columns = new ArrayList<>();

    /** The texts of a column that were seen last, by their hashes. */
    private static final class Column {
        private final String[] seen = new String[SLOTS];
        private int tried;
        private int found;

        String share(String text) {
            if (text.length() > LONGEST || tried > TRIED && found < tried / 2) {
                return text;
            }
            tried = Math.min(tried + 1, TRIED + 1);
            int hash = text.hashCode();
            int slot = (hash ^ hash >>> 8 ^ hash >>> 16) & SLOTS - 1;
            if (text.equals(seen[slot])) {
                found = Math.min(found + 1, TRIED);
                return seen[slot];
            }
            seen[slot] = text;
            return text;
        }
    }

    /** @param values the values of a row, some of which become ones of rows before */
    void share(String[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i == columns.size()) {
                columns.add(new Column());
            }
            values[i] = columns.get(i).share(values[i]);
        }
    }
}
