package org.chartroom.exchange.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.RawTable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the cells of a sheet as the parser meets them; used once. */
final class SheetHandler extends DefaultHandler {
    private static final Pattern ZERO = Pattern.compile("0+(\\.0*)?");
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final String file;
    private final String sheet;
    private final SharedStrings texts;
    private final CellFormats formats;
    private final long lastRow;
    private final List<CsvTable.Row> rows = new ArrayList<>();
    private final List<RawTable.Area> merged = new ArrayList<>();
    private final Set<Long> hidden = new HashSet<>();
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet usedColumns = new BitSet();
    private final StringBuilder content = new StringBuilder();
    private String[] cells = new String[0];
    private int used;
    private long row;
    private String problem = "";
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
    private byte[] decimals;

    /** @param lastRow number of the row behind which the rest is not read */
    SheetHandler(String file, String sheet, SharedStrings texts, CellFormats formats, long lastRow) {
        this.file = file;
        this.sheet = sheet;
        this.texts = texts;
        this.formats = formats;
        this.lastRow = lastRow;
    }

    /** Enough was read. */
    static final class EnoughException extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    RawTable table(List<String> otherSheets) {
        List<String> notes = new ArrayList<>();
        if (unvalued > 0) {
            notes.add(Messages.bind(Messages.formulasWithoutValue, unvalued, firstUnvalued));
        }
        hiddenColumns.and(usedColumns);
        if (!hiddenColumns.isEmpty()) {
            notes.add(Messages.bind(Messages.hiddenColumns, hiddenColumns.stream()
                    .mapToObj(CellReference::convertNumToColString).collect(Collectors.joining(", "))));
        }
        return new RawTable(file, Optional.of(sheet), Optional.empty(), (char) 0, rows, merged, hidden, otherSheets,
                notes);
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) throws SAXException {
        switch (name) {
            case "row" -> beginRow(attributes);
            case "c" -> beginCell(attributes);
            case "v" -> begin();
            case "t" -> inValue = !inPhonetic;
            case "is" -> begin();
            case "rPh" -> inPhonetic = true;
            case "f" -> formula = true;
            case "mergeCell" -> merge(attributes.getValue("ref"));
            case "col" -> {
                if (isHidden(attributes, "width")) {
                    hiddenColumns.set(Integer.parseInt(attributes.getValue("min")) - 1,
                            Integer.parseInt(attributes.getValue("max")));
                }
            }
            default -> {
                // Filters and validations say nothing about values.
            }
        }
    }

    private void begin() {
        content.setLength(0);
        inValue = type == null || !type.equals("inlineStr");
    }

    private static boolean isTrue(String value) {
        return "1".equals(value) || "true".equals(value);
    }

    /** What has no height or no width is not shown either. */
    private static boolean isHidden(Attributes attributes, String size) {
        String said = attributes.getValue(size);
        return isTrue(attributes.getValue("hidden")) || said != null && ZERO.matcher(said).matches();
    }

    private void merge(String reference) {
        CellRangeAddress area = CellRangeAddress.valueOf(reference);
        merged.add(new RawTable.Area(area.getFirstRow() + 1L, area.getLastRow() + 1L, area.getFirstColumn(),
                area.getLastColumn()));
    }

    private void beginRow(Attributes attributes) throws SAXException {
        String number = attributes.getValue("r");
        row = number == null ? row + 1 : Long.parseLong(number);
        if (row > lastRow) {
            throw new EnoughException();
        }
        if (isHidden(attributes, "ht")) {
            hidden.add(row);
        }
        problem = "";
        column = -1;
        used = 0;
        Arrays.fill(cells, "");
        typed.clear();
        decimals = null;
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
                problem = Messages.bind(Messages.longText, CellReference.convertNumToColString(column));
                return;
            }
            content.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        switch (name) {
            case "v" -> {
                inValue = false;
                // Some programs write an empty element for what they have not computed; a text may be computed to be empty.
                valued = !content.isEmpty() || "str".equals(type);
                put(value(), type == null || "nbd".contains(type));
                putDecimals();
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
            problem = Messages.bind(Messages.notANumber, text, CellReference.convertNumToColString(column));
            return text;
        }
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
        usedColumns.set(column);
        typed.set(column, inFileForm);
        used = Math.max(used, column + 1);
    }

    private void putDecimals() {
        int shown = type == null || type.equals("n") ? formats.decimals(style) : 0;
        if (shown > 0) {
            decimals = Arrays.copyOf(decimals == null ? new byte[0] : decimals,
                    Math.max(column + 1, decimals == null ? 0 : decimals.length));
            decimals[column] = (byte) shown;
        }
    }

    private void endRow() {
        if (used > 0) {
            rows.add(new CsvTable.Row(row, Arrays.copyOf(cells, used), typed.isEmpty() ? null : (BitSet) typed.clone(),
                    problem, decimals));
        }
    }
}
