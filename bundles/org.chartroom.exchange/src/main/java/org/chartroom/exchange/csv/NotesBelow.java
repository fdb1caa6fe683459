package org.chartroom.exchange.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lines that stand below a table in its first columns: where it comes from, what its words mean, when it was printed. */
final class NotesBelow {
    private static final int LEAST_COLUMNS = 3;
    private static final Pattern NOTE = Pattern
            .compile("(?:" + Messages.noteWords + ")\\s*[:=].*|(?:" + Messages.stampWords
                    + ")\\b.*\\d.*|[*\u2020\u00b9\u00b2\u00b3]+\\)?\\s.*", Pattern.DOTALL);

    private NotesBelow() {
    }

    /**
     * @param rows the rows below a header
     * @param width number of columns that it names
     * @return number of the last rows that are notes
     */
    static int count(List<CsvTable.Row> rows, int width) {
        int count = 0;
        while (width >= LEAST_COLUMNS && count < rows.size() - 1 && isNote(rows.get(rows.size() - 1 - count))) {
            count++;
        }
        return count;
    }

    private static boolean isNote(CsvTable.Row row) {
        List<String> filled = Arrays.stream(row.values()).filter(value -> !value.isBlank()).toList();
        return filled.size() == 1 && row.problem().isEmpty()
                && NOTE.matcher(filled.get(0).strip().toLowerCase(Locale.ROOT)).matches();
    }
}
