package org.chartroom.exchange.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.chartroom.core.value.Names;
import org.chartroom.core.value.Words;
import org.eclipse.osgi.util.NLS;

/**
 * Finds the table in a text file or a sheet, the same way for both; used once. What is no row of the table - titles above
 * it, the header once more, totals, headings, notes beside it - is left out and said; a row that can't be read as the
 * header says is refused, and the others are taken.
 */
public final class TableFinder {
    /** Number of rows that the header is looked for in; one that comes later is one that somebody names. */
    public static final int SEARCHED = 50;
    private static final Set<String> KEYS = Arrays.stream(Messages.keyColumns.split("\\|")).map(Words::normal)
            .collect(Collectors.toSet());
    private static final int SHOWN = 60;
    private static final int LETTERS = 26;

    private final RawTable raw;
    private final TableSearch search;
    private final boolean isSheet;
    private final TotalRows totals = new TotalRows();
    private final BitSet keys = new BitSet();
    private final List<CsvTable.Row> totalRows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> nowhere = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<CsvTable.Row> rows = new ArrayList<>();
    /** By column beside the table: number of its values, and where the first one is. */
    private final Map<Integer, Stray> strays = new LinkedHashMap<>();
    private final Places repeated = new Places();
    private final Places hidden = new Places();
    private String[] header = new String[0];
    private long namesOfHeader;
    private int widest;
    private long otherHeader;

    /** Values beside the table. */
    private record Stray(long count, long row, String value) {
    }

    /** Rows that something is said of together. */
    private static final class Places {
        private long count;
        private long first;

        void add(long line) {
            first = count++ == 0 ? line : first;
        }
    }

    private TableFinder(RawTable raw, TableSearch search) {
        this.raw = raw;
        this.search = search;
        this.isSheet = raw.sheet().isPresent();
    }

    /**
     * @param raw the rows
     * @param hasHeader whether one of them names the columns
     * @param search what is known of the table
     * @return the table
     * @throws ImportException when there is no row, no such header, or more than one that may be it
     */
    public static CsvTable find(RawTable raw, boolean hasHeader, TableSearch search) {
        return new TableFinder(raw, search).find(hasHeader);
    }

    /**
     * @param rows the first rows of a file
     * @param search what is known of the table
     * @return index of the row that names the columns; empty when none seems to
     */
    static OptionalInt header(List<CsvTable.Row> rows, TableSearch search) {
        List<CsvTable.Row> first = rows.subList(0, Math.min(rows.size(), SEARCHED));
        int best = -1;
        long most = 0;
        for (int i = 0; i < first.size(); i++) {
            long known = known(first.get(i), search);
            boolean isHeader = known > 1 || known * 2 >= filled(first.get(i));
            if (known > most && isHeader) {
                best = i;
                most = known;
            }
        }
        return best >= 0 ? OptionalInt.of(best) : byShape(first);
    }

    /**
     * @param rows the first rows of a sheet
     * @param search what is known of the table
     * @return the most known names that one of them has
     */
    public static long knownNames(List<CsvTable.Row> rows, TableSearch search) {
        return rows.stream().limit(SEARCHED).mapToLong(row -> known(row, search)).max().orElse(0);
    }

    /** Without a known name: the first row as wide as most, if all of it is filled and none of it is a number. */
    private static OptionalInt byShape(List<CsvTable.Row> rows) {
        Map<Long, Integer> widths = new HashMap<>();
        rows.forEach(row -> widths.merge(filled(row), 1, Integer::sum));
        int most = widths.isEmpty() ? 0 : Collections.max(widths.values());
        long usual = widths.entrySet().stream().filter(width -> width.getValue() == most)
                .mapToLong(Map.Entry::getKey).min().orElse(0);
        for (int i = 0; i < rows.size(); i++) {
            if (filled(rows.get(i)) >= usual && filled(rows.get(i)) > 0) {
                return names(rows.get(i)) ? OptionalInt.of(i) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private static boolean names(CsvTable.Row row) {
        for (int i = 0; i < used(row.values()); i++) {
            String value = row.values()[i];
            if (value.isBlank() || row.isTyped(i) || value.strip().matches("[-+]?[\\d.,]+%?")) {
                return false;
            }
        }
        return true;
    }

    private static long filled(CsvTable.Row row) {
        long filled = 0;
        for (String value : row.values()) {
            filled += value.isBlank() ? 0 : 1;
        }
        return filled;
    }

    /** @return whether a row reads like names of columns and nothing else; most rows are told from such by their first cells */
    private boolean isHeader(CsvTable.Row row, long least) {
        long filled = filled(row);
        if (filled < least) {
            return false;
        }
        long others = 0;
        for (String value : row.values()) {
            if (!value.isBlank() && !(value.length() <= SHOWN && search.known().test(value))
                    && ++others * 2 >= filled) {
                return false;
            }
        }
        return known(row, search) >= least;
    }

    /** @return whether a row is nothing but names of columns: right below other rows, a title may be one, and a category another */
    private boolean areNames(CsvTable.Row row) {
        long filled = filled(row);
        return filled > 2 && known(row, search) == filled;
    }

    private static long known(CsvTable.Row row, TableSearch search) {
        return Arrays.stream(row.values()).filter(value -> !value.isBlank() && value.length() <= SHOWN)
                .filter(search.known()).map(Names::folded).distinct().count();
    }

    private static int used(String[] values) {
        int used = values.length;
        while (used > 0 && values[used - 1].isBlank()) {
            used--;
        }
        return used;
    }

    private CsvTable find(boolean hasHeader) {
        List<CsvTable.Row> all = filled(raw.rows());
        if (all.isEmpty()) {
            throw new ImportException(NLS.bind(isSheet ? Messages.noCells : Messages.noRecords, raw.name()));
        }
        notes.addAll(raw.notes());
        int start = 0;
        if (hasHeader) {
            int index = headerIndex(all);
            // In a text a value behind the last name has been shifted, or shifts others.
            String[] names = all.get(index).values();
            header = isSheet ? names : Arrays.copyOf(names, used(names));
            ColumnGroups groups = new ColumnGroups(raw, header, index == 0 ? null : all.get(index - 1));
            for (int i = 0; i < header.length; i++) {
                addColumn(groups.name(i));
            }
            groups.note().ifPresent(notes::add);
            sayAbove(all.subList(0, index));
            namesOfHeader = Math.max(2, (known(all.get(index), search) + 1) / 2);
            start = index + 1;
        } else {
            int width = isSheet
                    ? all.stream().mapToInt(row -> row.values().length).max().orElse(0)
                    : all.get(0).values().length;
            for (int i = 0; i < width; i++) {
                addColumn("");
            }
        }
        int end = all.size() - (hasHeader ? NotesBelow.count(all.subList(start, all.size()), used(header)) : 0);
        long before = start == 0 ? 0 : all.get(start - 1).line();
        for (CsvTable.Row row : all.subList(start, end)) {
            take(row, row.line() > before + 1);
            before = row.line();
        }
        all.subList(end, all.size()).forEach(row -> notes.add(NLS.bind(Messages.noteBelow,
                new Object[]{placeFirst(), row.line(), brief(text(row))})));
        dropEmptyColumns();
        saySurroundings(hasHeader);
        return new CsvTable(raw.file(), raw.sheet(), columns, rows, raw.delimiter(), new CsvTable.Layout(
                raw.encoding(), hasHeader ? all.get(start - 1).line() : 0, raw.otherSheets(), notes, nowhere,
                totalRows, text(all.subList(0, Math.max(0, start - 1)))));
    }

    private int headerIndex(List<CsvTable.Row> all) {
        if (search.headerRow().isPresent()) {
            long wanted = search.headerRow().getAsLong();
            for (int i = 0; i < all.size() && all.get(i).line() <= wanted; i++) {
                if (all.get(i).line() == wanted) {
                    return i;
                }
            }
            throw new ImportException(NLS.bind(Messages.noSuchHeader,
                    new Object[]{raw.name(), place(), wanted, place(), all.get(0).line()}));
        }
        int index = header(all, search).orElse(0);
        for (CsvTable.Row above : all.subList(0, index)) {
            if (isHeader(above, 2)) {
                throw new ImportException(NLS.bind(Messages.twoHeaders, new Object[]{raw.name(), place(), above.line(),
                        all.get(index).line()}));
            }
        }
        return index;
    }

    /** A name that comes again is told from the first one. */
    private void addColumn(String text) {
        String name = text.isBlank() ? NLS.bind(Messages.column, columns.size() + 1) : Names.visible(text);
        String own = name;
        Set<String> taken = new HashSet<>();
        columns.forEach(column -> taken.add(Names.folded(column)));
        for (int i = 2; taken.contains(Names.folded(own)); i++) {
            own = name + " (" + i + ")";
        }
        if (!own.equals(name) && !text.isBlank()) {
            notes.add(NLS.bind(Messages.sameName, new Object[]{name, own}));
        }
        if (KEYS.contains(Words.normal(name))) {
            keys.set(columns.size());
        }
        columns.add(own);
    }

    private void sayAbove(List<CsvTable.Row> above) {
        if (!above.isEmpty()) {
            notes.add(NLS.bind(Messages.above, new Object[]{above.size(), brief(text(above))}));
        }
    }

    /** @param isApart whether there is an empty row before it */
    private void take(CsvTable.Row row, boolean isApart) {
        if (raw.hidden().contains(row.line())) {
            hidden.add(row.line());
        }
        if (otherHeader > 0) {
            rows.add(padded(row).refused(NLS.bind(Messages.otherTable, place(), otherHeader)));
            return;
        }
        if (header.length > 0 && isRepeated(row)) {
            repeated.add(row.line());
            return;
        }
        if (header.length > 0 && isHeader(row, namesOfHeader) && (isApart || areNames(row))) {
            otherHeader = row.line();
            rows.add(padded(row).refused(NLS.bind(Messages.otherTable, place(), otherHeader)));
            return;
        }
        if (isHeading(row)) {
            notes.add(NLS.bind(Messages.heading, new Object[]{placeFirst(), row.line(), brief(text(row))}));
            return;
        }
        if (row.problem().isEmpty() && totals.isTotal(row, keys)) {
            notes.add(NLS.bind(Messages.total, new Object[]{placeFirst(), row.line(), brief(text(row))}));
            totalRows.add(padded(row));
            return;
        }
        widest = Math.max(widest, used(row.values()));
        rows.add(used(row.values()) > columns.size() ? withSurplus(row) : padded(row));
    }

    private boolean isRepeated(CsvTable.Row row) {
        int used = used(row.values());
        if (used != used(header)) {
            return false;
        }
        for (int i = 0; i < used; i++) {
            if (!Names.same(row.values()[i], header[i])) {
                return false;
            }
        }
        return true;
    }

    /** A row of one cell that goes over several columns is about the rows below it. */
    private boolean isHeading(CsvTable.Row row) {
        return !raw.merged().isEmpty() && raw.merged().stream().anyMatch(area -> area.firstRow() == row.line()
                && area.lastRow() == row.line() && area.lastColumn() > area.firstColumn()
                && filled(row) == 1 && area.firstColumn() < row.values().length
                && !row.values()[area.firstColumn()].isBlank());
    }

    /** Of a text, what stands too far right has shifted what is before it; a sheet says of each cell where it is. */
    private CsvTable.Row withSurplus(CsvTable.Row row) {
        if (!isSheet) {
            return padded(row).refused(NLS.bind(Messages.surplus, used(row.values()), columns.size()));
        }
        for (int i = columns.size(); i < row.values().length; i++) {
            String value = row.values()[i];
            if (!value.isBlank()) {
                strays.merge(i, new Stray(1, row.line(), value),
                        (first, next) -> new Stray(first.count + 1, first.row, first.value));
            }
        }
        return padded(row);
    }

    private CsvTable.Row padded(CsvTable.Row row) {
        String[] values = row.values();
        if (values.length == columns.size()) {
            return row;
        }
        String[] padded = Arrays.copyOf(values, columns.size());
        if (values.length < padded.length) {
            Arrays.fill(padded, values.length, padded.length, "");
        }
        return new CsvTable.Row(row.line(), padded, row.typed(), row.problem(), row.decimals());
    }

    private void dropEmptyColumns() {
        int width = columns.size();
        while (width > 0 && width > widest && (width > header.length || header[width - 1].isBlank())) {
            width--;
        }
        if (width == 0 || width == columns.size()) {
            return;
        }
        columns.subList(width, columns.size()).clear();
        rows.replaceAll(this::padded);
        totalRows.replaceAll(this::padded);
    }

    private void saySurroundings(boolean hasHeader) {
        if (repeated.count > 0) {
            notes.add(NLS.bind(Messages.repeated, new Object[]{repeated.count, place(), repeated.first}));
        }
        if (hidden.count > 0) {
            notes.add(NLS.bind(Messages.hiddenRows, hidden.count, hidden.first));
        }
        if (hasHeader && !isSheet && !rows.isEmpty() && used(header) > widest && widest > 0) {
            notes.add(NLS.bind(Messages.longHeader, used(header), widest));
        }
        strays.forEach((column, stray) -> nowhere.add(NLS.bind(Messages.stray,
                new Object[]{letters(column), stray.count, stray.row, brief(stray.value)})));
    }

    private List<CsvTable.Row> filled(List<CsvTable.Row> all) {
        List<CsvTable.Row> filled = new ArrayList<>(all.size());
        for (CsvTable.Row row : all) {
            if (used(row.values()) > 0 || !row.problem().isEmpty()) {
                filled.add(row);
            }
        }
        return raw.merged().isEmpty() ? filled : unmerged(filled);
    }

    /** The value of an area that goes over several rows is one of each of them. */
    private List<CsvTable.Row> unmerged(List<CsvTable.Row> filled) {
        Map<Long, Integer> byLine = new HashMap<>();
        for (int i = 0; i < filled.size(); i++) {
            byLine.put(filled.get(i).line(), i);
        }
        long count = 0;
        long first = 0;
        for (RawTable.Area area : raw.merged()) {
            Integer from = byLine.get(area.firstRow());
            if (from == null || area.lastRow() == area.firstRow()
                    || area.firstColumn() >= filled.get(from).values().length
                    || filled.get(from).values()[area.firstColumn()].isBlank()) {
                continue;
            }
            for (int i = from + 1; i < filled.size() && filled.get(i).line() <= area.lastRow(); i++) {
                filled.set(i, with(filled.get(i), area.firstColumn(), filled.get(from)));
                first = count++ == 0 ? filled.get(i).line() : first;
            }
        }
        if (count > 0) {
            notes.add(NLS.bind(Messages.merged, count, first));
        }
        return filled;
    }

    private static CsvTable.Row with(CsvTable.Row row, int column, CsvTable.Row source) {
        String[] values = Arrays.copyOf(row.values(), Math.max(row.values().length, column + 1));
        Arrays.fill(values, row.values().length, values.length, "");
        values[column] = source.values()[column];
        BitSet typed = row.typed() == null ? new BitSet() : (BitSet) row.typed().clone();
        typed.set(column, source.isTyped(column));
        return new CsvTable.Row(row.line(), values, typed.isEmpty() ? null : typed, row.problem(), row.decimals());
    }

    private String place() {
        return isSheet ? Messages.row : Messages.line;
    }

    private String placeFirst() {
        return isSheet ? Messages.rowFirst : Messages.lineFirst;
    }

    private static String text(CsvTable.Row row) {
        return String.join(" ", Arrays.stream(row.values()).filter(value -> !value.isBlank()).map(Names::visible)
                .toList());
    }

    private static String text(List<CsvTable.Row> rows) {
        return String.join(" ", rows.stream().map(TableFinder::text).toList());
    }

    private static String brief(String text) {
        String line = Names.visible(text);
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "\u2026";
    }

    private static String letters(int column) {
        String rest = column < LETTERS ? "" : letters(column / LETTERS - 1);
        return rest + (char) ('A' + column % LETTERS);
    }
}
