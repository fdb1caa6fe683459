package org.chartroom.ui.forms.grid;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables on the clipboard, as spreadsheets write them: tabs between cells, lines ended by any line break, quotes around
 * cells that have either in them. Quotes mean that only where they open and close a cell (RFC 4180); others are letters.
 */
final class TabSeparated {
    private final String text;
    private final List<List<String>> table = new ArrayList<>();
    private List<String> line = new ArrayList<>();

    private TabSeparated(String text) {
        this.text = text;
    }

    /** @return the lines and their cells; a line break at the very end starts no line */
    static List<List<String>> parse(String text) {
        return new TabSeparated(text).parse();
    }

    private List<List<String>> parse() {
        int at = 0;
        while (at < text.length()) {
            int close = text.charAt(at) == '"' ? closing(at) : -1;
            int end = close < 0 ? plainEnd(at) : close + 1;
            line.add(close < 0 ? text.substring(at, end) : text.substring(at + 1, close).replace("\"\"", "\""));
            boolean tab = end < text.length() && text.charAt(end) == '\t';
            if (!tab) {
                endLine();
            } else if (end + 1 == text.length()) {
                line.add("");
            }
            boolean both = text.startsWith("\r\n", end);
            at = end + (both ? 2 : 1);
        }
        if (!line.isEmpty()) {
            endLine();
        }
        return table;
    }

    private void endLine() {
        table.add(line);
        line = new ArrayList<>();
    }

    private int plainEnd(int start) {
        int at = start;
        while (at < text.length() && "\t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** @return where the quote at a cell's beginning is closed at its end; -1 where it is not */
    private int closing(int open) {
        for (int at = open + 1; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at++;
                } else {
                    boolean ends = at + 1 == text.length() || "\t\r\n".indexOf(text.charAt(at + 1)) >= 0;
                    return ends ? at : -1;
                }
            }
        }
        return -1;
    }
}
