package org.chartroom.ui.forms.grid;

import java.util.ArrayList;
import java.util.List;

/** Tables on the clipboard, as spreadsheets write them: tabs between cells, quotes around cells with line breaks. */
final class TabSeparated {
    private TabSeparated() {
    }

    /** @return the lines and their cells; a line break at the very end starts no line */
    static List<List<String>> parse(String text) {
        List<List<String>> table = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == '\t') {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                table.add(line);
                line = new ArrayList<>();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            line.add(cell.toString());
            table.add(line);
        }
        return table;
    }
}
