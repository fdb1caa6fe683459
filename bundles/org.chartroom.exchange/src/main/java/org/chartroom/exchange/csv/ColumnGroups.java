package org.chartroom.exchange.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.value.Names;
import org.eclipse.osgi.util.NLS;

/**
 * Headers of two rows: "Inherent" over "Likelihood" and "Impact", and "Residual" over the same. Names that come once need no
 * row above them; those that come again mean nothing without it.
 */
final class ColumnGroups {
    private final String[] names;
    private final Set<String> told = new LinkedHashSet<>();

    /**
     * @param raw the rows with the areas that are merged
     * @param header the row that names the columns
     * @param above the row above it; null when there is none
     */
    ColumnGroups(RawTable raw, String[] header, CsvTable.Row above) {
        names = header.clone();
        if (above == null) {
            return;
        }
        Map<String, List<Integer>> byName = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            if (!header[i].isBlank()) {
                byName.computeIfAbsent(Names.folded(header[i]), name -> new ArrayList<>()).add(i);
            }
        }
        String[] groups = groups(raw, above, header.length);
        for (List<Integer> columns : byName.values()) {
            Set<String> different = new HashSet<>();
            columns.forEach(column -> different.add(Names.folded(groups[column])));
            if (columns.size() > 1 && different.size() == columns.size() && !different.contains("")) {
                columns.forEach(column -> names[column] = groups[column] + " " + Names.visible(header[column]));
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (!names[i].equals(header[i])) {
                told.add(names[i]);
            }
        }
    }

    /** @return by column the text above it: of its own cell, of the area merged over it, or of the next one to the left */
    private static String[] groups(RawTable raw, CsvTable.Row above, int width) {
        String[] groups = new String[width];
        String last = "";
        for (int i = 0; i < width; i++) {
            String own = i < above.values().length ? Names.visible(above.values()[i]) : "";
            last = own.isEmpty() ? last : own;
            groups[i] = last;
        }
        for (RawTable.Area area : raw.merged()) {
            if (area.firstRow() <= above.line() && area.lastRow() >= above.line()) {
                for (int i = area.lastColumn() + 1; i < width && (i >= above.values().length
                        || above.values()[i].isBlank()); i++) {
                    groups[i] = "";
                }
            }
        }
        return groups;
    }

    /** @return the name of a column, with the text above it where only that tells it from another one */
    String name(int column) {
        return names[column];
    }

    /** @return what is to be said of it; empty when the names are as they stand in the header */
    Optional<String> note() {
        return told.isEmpty() ? Optional.empty() : Optional.of(NLS.bind(Messages.toldApart, String.join(", ", told)));
    }
}
