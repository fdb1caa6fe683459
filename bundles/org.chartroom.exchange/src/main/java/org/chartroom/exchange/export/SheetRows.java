package org.chartroom.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellReference;

/** Writes the rows of a sheet as the XML of SpreadsheetML, one after the other. */
final class SheetRows {
    private static final int BUFFER = 32 * 1024;

    private final Writer out;
    private final StringBuilder xml = new StringBuilder(2 * BUFFER);
    private final char[] buffer = new char[BUFFER];
    /** The letters of the columns. */
    private final List<String> letters = new ArrayList<>();
    private int row;

    /** @param out where to write; left open */
    SheetRows(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    /** Begins the next row. */
    void begin() {
        row++;
        xml.append("<row r=\"").append(row).append("\">\n");
    }

    /** Ends the row. */
    void end() throws IOException {
        xml.append("</row>\n");
        if (xml.length() >= BUFFER) {
            empty();
        }
    }

    /** Writes a text, which is a text in whatever form it is. */
    void text(int column, CellStyle style, String text) {
        cell(column, style, "inlineStr");
        boolean isEdged = !text.isEmpty() && (Character.isWhitespace(text.charAt(0))
                || Character.isWhitespace(text.charAt(text.length() - 1)));
        xml.append(isEdged ? "<is><t xml:space=\"preserve\">" : "<is><t>");
        escape(text);
        xml.append("</t></is></c>");
    }

    /** Writes a number, or a day as the number that it is in spreadsheets. */
    void number(int column, CellStyle style, double number) {
        cell(column, style, "n");
        xml.append("<v>").append(number).append("</v></c>");
    }

    /** Writes a truth value. */
    void flag(int column, CellStyle style, boolean flag) {
        cell(column, style, "b");
        xml.append(flag ? "<v>1</v></c>" : "<v>0</v></c>");
    }

    private void cell(int column, CellStyle style, String type) {
        while (letters.size() <= column) {
            letters.add(CellReference.convertNumToColString(letters.size()));
        }
        xml.append("<c r=\"").append(letters.get(column)).append(row);
        if (style.getIndex() != 0) {
            xml.append("\" s=\"").append(style.getIndex());
        }
        xml.append("\" t=\"").append(type).append("\">");
    }

    private void escape(String text) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped = escaped(text.charAt(i));
            if (escaped != null) {
                xml.append(text, written, i).append(escaped);
                written = i + 1;
            }
        }
        xml.append(text, written, text.length());
    }

    /** Line breaks and tabs would be taken for blanks. */
    private static String escaped(char one) {
        return switch (one) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\n' -> "&#xa;";
            case '\r' -> "&#xd;";
            case '\t' -> "&#x9;";
            case '\u00A0' -> "&#xa0;";
            default -> null;
        };
    }

    /** Passes on what is written so far. */
    void flush() throws IOException {
        empty();
        out.flush();
    }

    private void empty() throws IOException {
        for (int from = 0; from < xml.length(); from += BUFFER) {
            int count = Math.min(BUFFER, xml.length() - from);
            xml.getChars(from, from + count, buffer, 0);
            out.write(buffer, 0, count);
        }
        xml.setLength(0);
    }
}
