package org.chartroom.exchange.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.chartroom.core.value.Names;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the cells of a sheet as the parser meets them; used once. */
final class SheetHandler extends DefaultHandler {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final String file;
    private final String sheet;
    private final SharedStrings texts;
    private final CellFormats formats;
    private final List<String> columns = new ArrayList<>();
    private final List<CsvTable.Row> rows = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();
    private String[] cells = new String[0];
    private int used;
    private long row;
    private int column;
    private String type;
    private int style;
    private boolean inValue;
    private boolean inPhonetic;
    private boolean formula;
    private boolean valued;
    private long unvalued;
    private String firstUnvalued = "";
    private final BitSet typed = new BitSet();

    SheetHandler(String file, String sheet, SharedStrings texts, CellFormats formats) {
        this.file = file;
        this.sheet = sheet;
        this.texts = texts;
        this.formats = formats;
    }

    CsvTable table() {
        if (columns.isEmpty()) {
            throw new ImportException(file + ", sheet " + sheet + " has no cells; choose another sheet.");
        }
        List<String> notes = unvalued == 0
                ? List.of()
                : List.of(Messages.bind(Messages.formulasWithoutValue, new Object[]{unvalued, firstUnvalued}));
        return new CsvTable(file, Optional.of(sheet), columns, rows, (char) 0, notes);
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        switch (name) {
            case "row" -> beginRow(attributes.getValue("r"));
            case "c" -> beginCell(attributes);
            case "v" -> begin();
            case "t" -> inValue = !inPhonetic;
            case "is" -> begin();
            case "rPh" -> inPhonetic = true;
            case "f" -> formula = true;
            default -> {
                // Widths, merged cells and filters say nothing about values.
            }
        }
    }

    private void begin() {
        content.setLength(0);
        inValue = type == null || !type.equals("inlineStr");
    }

    private void beginRow(String number) {
        row = number == null ? row + 1 : Long.parseLong(number);
        column = -1;
        used = 0;
        Arrays.fill(cells, "");
        typed.clear();
    }

    private void beginCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        if (column < 0 || column > SpreadsheetVersion.EXCEL2007.getLastColumnIndex()) {
            throw new IllegalArgumentException(reference);
        }
        type = attributes.getValue("t");
        String number = attributes.getValue("s");
        style = number == null ? 0 : Integer.parseInt(number);
        formula = false;
        valued = false;
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (inValue) {
            if (content.length() + length > SpreadsheetVersion.EXCEL2007.getMaxTextLength()) {
                throw new ImportException(at() + ": the text is longer than a cell can hold; shorten it.");
            }
            content.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        switch (name) {
            case "v" -> {
                inValue = false;
                valued = true;
                put(value(), type == null || "nbd".contains(type));
            }
            case "t" -> inValue = false;
            case "is" -> put(decoded(content.toString()), false);
            case "c" -> endCell();
            case "rPh" -> inPhonetic = false;
            case "row" -> endRow();
            default -> {
                // As in startElement.
            }
        }
    }

    private String value() {
        String text = content.toString();
        return switch (type == null ? "n" : type) {
            case "s" -> texts.getItemAt(Integer.parseInt(text)).getString();
            case "b" -> "1".equals(text) ? "true" : "false";
            case "n" -> text.isBlank() ? "" : number(text);
            case "str" -> decoded(text);
            default -> text;
        };
    }

    /** A carriage return, as one that a text file can't hold, stands as _x000D_ in a workbook; _x005F_ is the _ before such. */
    private static String decoded(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text).replaceAll(escape -> Matcher
                        .quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
                : text;
    }

    /** A formula that no program has computed yet is no value, and nobody may take it for an empty cell. */
    private void endCell() {
        if (formula && !valued && unvalued++ == 0) {
            firstUnvalued = "row " + row + ", column " + CellReference.convertNumToColString(column);
        }
    }

    private String number(String text) {
        try {
            return formats.text(text, style);
        } catch (NumberFormatException e) {
            throw new ImportException(at() + ": \"" + text + "\" is not a number; type the value again.", e);
        }
    }

    private String at() {
        return file + ", sheet " + sheet + ", row " + row + ", column " + CellReference.convertNumToColString(column);
    }

    private void put(String value, boolean inFileForm) {
        if (value.isEmpty()) {
            return;
        }
        if (column >= cells.length) {
            int before = cells.length;
            cells = Arrays.copyOf(cells, Math.max(column + 1, 2 * before));
            Arrays.fill(cells, before, cells.length, "");
        }
        cells[column] = value;
        typed.set(column, inFileForm);
        used = Math.max(used, column + 1);
    }

    private void endRow() {
        if (used == 0) {
            return;
        }
        if (columns.isEmpty()) {
            for (int i = 0; i < used; i++) {
                columns.add(cells[i].isBlank() ? "Column " + (i + 1) : Names.visible(cells[i]));
            }
            return;
        }
        if (used > columns.size()) {
            throw new ImportException(file + ", sheet " + sheet + ", row " + row + ", column "
                    + CellReference.convertNumToColString(used - 1)
                    + ": there is a value where the header has none; give the column a name or clear the cell.");
        }
        String[] values = new String[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < used ? cells[i] : "";
        }
        rows.add(new CsvTable.Row(row, values, typed.isEmpty() ? null : (BitSet) typed.clone()));
    }
}
