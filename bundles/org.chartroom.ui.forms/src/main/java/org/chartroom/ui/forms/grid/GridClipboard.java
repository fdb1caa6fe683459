package org.chartroom.ui.forms.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.HTMLTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;

/**
 * What a spreadsheet does with a selection of cells: copy and paste as tab-separated text, fill down, clear. Each is one
 * command, done wholly or, when a value does not fit, not at all.
 */
final class GridClipboard {
    private final ArtifactEditing editing;
    private final ItemGrid grid;
    private final SelectionLayer selection;
    private final CellConversion conversion;
    /** Whom the paste that is under way names and nobody knows. */
    private NewPeople people = new NewPeople();

    GridClipboard(ArtifactEditing editing, ItemGrid grid, SelectionLayer selection, CellConversion conversion) {
        this.editing = editing;
        this.grid = grid;
        this.selection = selection;
        this.conversion = conversion;
    }

    /** @return the selected cells, line by line; lines of groups are left out */
    private List<List<SpreadsheetHtml.Cell>> selected() {
        Set<Integer> rows = new TreeSet<>();
        Set<Integer> columns = new TreeSet<>();
        for (PositionCoordinate cell : selection.getSelectedCellPositions()) {
            rows.add(cell.getRowPosition());
            columns.add(cell.getColumnPosition());
        }
        List<List<SpreadsheetHtml.Cell>> cells = new ArrayList<>();
        for (int row : rows) {
            grid.element(row).ifPresent(element -> cells.add(columns.stream().map(position -> cell(element,
                    grid.columns().get(selection.getColumnIndexByPosition(position)))).toList()));
        }
        return cells;
    }

    private SpreadsheetHtml.Cell cell(Element element, GridColumn column) {
        Object value = column.value(element);
        return new SpreadsheetHtml.Cell(column.feature(), value, conversion.text(column.feature(), value));
    }

    /** Puts the selected cells on the clipboard: as text for all, and as a table whose values keep their types. */
    void copy(Clipboard system) {
        List<List<SpreadsheetHtml.Cell>> cells = selected();
        if (!cells.isEmpty()) {
            system.setContents(new Object[]{text(cells), SpreadsheetHtml.of(cells)},
                    new Transfer[]{TextTransfer.getInstance(), HTMLTransfer.getInstance()});
        }
    }

    /** Tab-separated lines; a text with a tab, quote or line break is quoted. */
    private static String text(List<List<SpreadsheetHtml.Cell>> cells) {
        StringBuilder text = new StringBuilder();
        cells.forEach(line -> text
                .append(String.join("\t", line.stream().map(cell -> quoted(cell.text())).toList())).append('\n'));
        return text.toString();
    }

    private static String quoted(String text) {
        boolean special = text.contains("\t") || text.contains("\n") || text.contains("\"");
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** A text that does not fit its cell; the message is one sentence for the user. */
    static final class PasteException extends Exception {
        private static final long serialVersionUID = 1L;

        PasteException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Writes a table of text over the cells from the selected one to the right and downwards; rows below the last
     * become new items. One value is written to all selected cells.
     *
     * @throws PasteException when a value does not fit its column; then nothing is changed
     */
    void paste(String text) throws PasteException {
        List<List<String>> table = TabSeparated.parse(text);
        PositionCoordinate[] cells = selection.getSelectedCellPositions();
        if (table.isEmpty() || cells.length == 0) {
            return;
        }
        CompoundCommand all = new CompoundCommand(Messages.pasteTitle);
        people = new NewPeople();
        if (table.size() == 1 && table.get(0).size() == 1) {
            for (PositionCoordinate cell : cells) {
                write(all, cell.getRowPosition(), selection.getColumnIndexByPosition(cell.getColumnPosition()),
                        table.get(0).get(0), Optional.empty(), conversion);
            }
        } else {
            pasteTable(all, table, cells);
        }
        if (!all.isEmpty() && people.areWanted(grid.control().getShell())) {
            CompoundCommand step = new CompoundCommand(Messages.pasteTitle);
            people.command(editing).ifPresent(step::append);
            step.append(all);
            editing.execute(step);
        }
    }

    private void pasteTable(CompoundCommand all, List<List<String>> table, PositionCoordinate[] cells)
            throws PasteException {
        int firstRow = Integer.MAX_VALUE;
        int firstColumn = Integer.MAX_VALUE;
        for (PositionCoordinate cell : cells) {
            firstRow = Math.min(firstRow, cell.getRowPosition());
            firstColumn = Math.min(firstColumn, cell.getColumnPosition());
        }
        int width = table.stream().mapToInt(List::size).max().orElse(0);
        if (firstColumn + width > selection.getColumnCount()) {
            throw new PasteException(Messages.bind(Messages.pasteTooWide, width,
                    selection.getColumnCount() - firstColumn), null);
        }
        List<CellConversion> conversions = new ArrayList<>();
        for (int j = 0; j < width; j++) {
            int at = j;
            EStructuralFeature feature = grid.columns().get(selection.getColumnIndexByPosition(firstColumn + j))
                    .feature();
            conversions.add(conversion.ofPasted(feature,
                    table.stream().filter(line -> at < line.size()).map(line -> line.get(at)).toList()));
        }
        List<Element> added = new ArrayList<>();
        int row = firstRow;
        for (List<String> line : table) {
            // Over the lines of groups: they hold no values.
            while (row < selection.getRowCount() && grid.element(row).isEmpty()) {
                row++;
            }
            Optional<Element> fresh = Optional.empty();
            if (row >= selection.getRowCount()) {
                fresh = grid.newItem(added.size());
                fresh.ifPresent(added::add);
            }
            for (int j = 0; j < line.size(); j++) {
                write(all, row, selection.getColumnIndexByPosition(firstColumn + j), line.get(j), fresh,
                        conversions.get(j));
            }
            row++;
        }
        grid.addCommand(added).ifPresent(all::append);
    }

    private void write(CompoundCommand all, int row, int column, String text, Optional<Element> fresh,
            CellConversion reading) throws PasteException {
        GridColumn written = grid.columns().get(column);
        EStructuralFeature feature = written.feature();
        Optional<Element> target = fresh.or(() -> grid.element(row));
        if (target.isEmpty()) {
            return;
        }
        String before = conversion.text(feature, written.value(target.get()));
        if (before.equals(text)) {
            return;
        }
        try {
            if (!written.isEditable(target.get())) {
                if (fresh.isPresent()) {
                    // A computed column of a copied row computes itself in the new one.
                    return;
                }
                throw new IllegalArgumentException(Messages.notEditable);
            }
            Object value = people
                    .collect(reading.value(feature, text, editing.root(), editing.directory()));
            if (fresh.isPresent()) {
                written.setNew(fresh.get(), value);
            } else {
                set(all, target.get(), written, value);
            }
        } catch (IllegalArgumentException e) {
            throw new PasteException(Messages.bind(Messages.pasteRefused,
                    new Object[]{row + 1, written.label(), e.getMessage()}), e);
        }
    }

    /** Copies the top cell of each selected column into the selected cells below it. */
    void fillDown() {
        CompoundCommand all = new CompoundCommand();
        for (int position : selection.getSelectedColumnPositions()) {
            GridColumn filled = grid.columns().get(selection.getColumnIndexByPosition(position));
            Optional<Element> top = Optional.empty();
            for (int row : selectedRows(position)) {
                Optional<Element> element = grid.element(row);
                if (top.isEmpty()) {
                    top = element;
                } else if (element.filter(filled::isEditable).isPresent()) {
                    set(all, element.get(), filled, filled.value(top.get()));
                }
            }
        }
        if (!all.isEmpty()) {
            editing.execute(all);
        }
    }

    /** Empties the selected cells. */
    void clear() {
        CompoundCommand all = new CompoundCommand();
        for (PositionCoordinate cell : selection.getSelectedCellPositions()) {
            GridColumn cleared = grid.columns()
                    .get(selection.getColumnIndexByPosition(cell.getColumnPosition()));
            grid.element(cell.getRowPosition()).filter(cleared::isEditable)
                    .ifPresent(element -> set(all, element, cleared, null));
        }
        if (!all.isEmpty()) {
            editing.execute(all);
        }
    }

    private Set<Integer> selectedRows(int column) {
        Set<Integer> rows = new TreeSet<>();
        for (PositionCoordinate cell : selection.getSelectedCellPositions()) {
            if (cell.getColumnPosition() == column) {
                rows.add(cell.getRowPosition());
            }
        }
        return rows;
    }

    /** What is so already is left alone: to empty an empty cell would else make a value to hold nothing. */
    private void set(CompoundCommand all, Element element, GridColumn column, Object value) {
        if (!Objects.equals(column.value(element), value)) {
            all.append(column.set(editing.domain(), element, value));
        }
    }
}
