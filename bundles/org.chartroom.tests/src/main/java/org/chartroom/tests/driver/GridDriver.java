package org.chartroom.tests.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.CellDisplayConversionUtils;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowColumnInViewportCommand;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/**
 * Reads and clicks the cells of a grid. Rows count from 0, columns go by what their header says; both are scrolled into
 * sight.
 */
public final class GridDriver {
    private static final int MOST_COLUMNS = 80;

    private final UiDriver driver;
    private final NatTable table;

    /**
     * @param driver clicks
     * @param table the grid
     */
    public GridDriver(UiDriver driver, NatTable table) {
        this.driver = driver;
        this.table = table;
    }

    /**
     * Gives the widget.
     *
     * @return the grid's widget
     */
    public NatTable table() {
        return table;
    }

    /**
     * Gives what a column shows.
     *
     * @param column what its header says
     * @return the texts of its cells, from the top
     */
    public List<String> texts(String column) {
        return driver.inUi(() -> {
            List<String> texts = new ArrayList<>();
            for (int position = showRow(0); position >= 0; position = showRow(texts.size())) {
                texts.add(text(position(column), position));
            }
            showRow(0);
            return texts;
        });
    }

    private String text(int column, int row) {
        ILayerCell cell = table.getCellByPosition(column, row);
        return cell == null ? "" : CellDisplayConversionUtils.convertDataType(cell, table.getConfigRegistry());
    }

    /** Scrolls to the column where it, or a part of it, is out of sight. */
    private int position(String column) {
        int position = visible(column);
        for (int index = 0; !isWhole(position) && index < MOST_COLUMNS; index++) {
            table.doCommand(new ShowColumnInViewportCommand(index));
            position = visible(column);
        }
        if (position < 0) {
            throw new AssertionError("There is no column " + column);
        }
        return position;
    }

    private boolean isWhole(int position) {
        if (position < 0) {
            return false;
        }
        Rectangle bounds = table.getBoundsByPosition(position, 0);
        // Its left edge may lie below the columns that do not scroll.
        return table.getColumnPositionByX(bounds.x + 1) == position
                && bounds.x + bounds.width <= table.getClientArea().width;
    }

    /** Scrolls to a row where it is out of sight and gives its position; -1 when there are not so many. */
    private int showRow(int row) {
        table.doCommand(new ShowRowInViewportCommand(row));
        for (int position = firstRow(); position < table.getRowCount(); position++) {
            if (table.getRowIndexByPosition(position) == row) {
                return position;
            }
        }
        return -1;
    }

    private Rectangle boundsOf(int row, String column) {
        int position = showRow(row);
        if (position < 0) {
            throw new AssertionError("There is no row " + row);
        }
        return table.getBoundsByPosition(position(column), position);
    }

    private int visible(String column) {
        for (int position = 1; position < table.getColumnCount(); position++) {
            if (column.equals(text(position, 0))) {
                return position;
            }
        }
        return -1;
    }

    private int firstRow() {
        for (int row = 0; row < table.getRowCount(); row++) {
            // The first column may be scrolled out of sight in part.
            Rectangle bounds = table.getBoundsByPosition(Math.min(2, table.getColumnCount() - 1), row);
            LabelStack labels = table.getRegionLabelsByXY(bounds.x + 1, bounds.y + 1);
            if (labels != null && labels.hasLabel(GridRegion.BODY.toString())) {
                return row;
            }
        }
        return table.getRowCount();
    }

    /**
     * Gives the place of a cell.
     *
     * @param row the row
     * @param column what the header of its column says
     * @return where it is in the table
     */
    public Rectangle bounds(int row, String column) {
        return driver.inUi(() -> boundsOf(row, column));
    }

    /**
     * Clicks a cell.
     *
     * @param row the row
     * @param column what the header of its column says
     */
    public void click(int row, String column) {
        click(bounds(row, column));
    }

    /**
     * Clicks the header of a column.
     *
     * @param column what it says
     */
    public void clickHeader(String column) {
        click(driver.inUi(() -> table.getBoundsByPosition(position(column), 0)));
    }

    /**
     * Clicks the cell of the filter row above a column.
     *
     * @param column what its header says
     */
    public void clickFilter(String column) {
        click(driver.inUi(() -> table.getBoundsByPosition(position(column), 1)));
    }

    /**
     * Clicks a cell twice.
     *
     * @param row the row
     * @param column what the header of its column says
     */
    public void doubleClick(int row, String column) {
        Rectangle bounds = bounds(row, column);
        click(bounds);
        send(SWT.MouseDoubleClick, bounds, SWT.NONE);
    }

    /**
     * Extends the selection to a cell, by a click with the shift key held.
     *
     * @param row the row
     * @param column what the header of its column says
     */
    public void extendTo(int row, String column) {
        Rectangle bounds = bounds(row, column);
        send(SWT.MouseDown, bounds, SWT.SHIFT);
        send(SWT.MouseUp, bounds, SWT.SHIFT);
    }

    /**
     * Presses a key together with modifier keys on the grid.
     *
     * @param modifiers SWT.CTRL or the like
     * @param letter the key
     */
    public void press(int modifiers, char letter) {
        Event event = new Event();
        event.stateMask = modifiers;
        event.keyCode = letter;
        event.character = letter;
        driver.startInUi(() -> table.notifyListeners(SWT.KeyDown, event));
    }

    /**
     * Replaces what a cell has by typing over it, as in a spreadsheet, and leaves it with Enter.
     *
     * @param row the row
     * @param column what the header of its column says
     * @param text what to type
     */
    public void enter(int row, String column, String text) {
        typeOver(row, column, text);
        driver.press(SWT.CR);
        driver.waitUntil("the cell is closed", () -> table.getActiveCellEditor() == null);
    }

    /**
     * Types over what a cell has, as in a spreadsheet, and stays in it.
     *
     * @param row the row
     * @param column what the header of its column says
     * @param text what to type
     */
    public void typeOver(int row, String column, String text) {
        click(row, column);
        press(SWT.NONE, text.charAt(0));
        awaitCell();
        driver.type(text.substring(1));
        // A letter that gets lost is a fault of its own, not one of what is made of the text.
        driver.waitUntil("the cell says " + text, () -> takesKeys(
                field -> field.getText().regionMatches(true, 0, text, 0, text.length())));
    }

    /** Waits until a cell is open and what one types goes into it. */
    public void awaitCell() {
        driver.waitUntil("a cell is open and takes keys", () -> takesKeys(field -> true));
    }

    private boolean takesKeys(Predicate<Text> ready) {
        if (table.getActiveCellEditor() == null) {
            return false;
        }
        Control editor = table.getActiveCellEditor().getEditorControl();
        return (!(editor instanceof Text field) || ready.test(field))
                && Sight.isIn(table.getDisplay().getFocusControl(), editor);
    }

    private void click(Rectangle bounds) {
        driver.click(table, x(bounds), bounds.y + bounds.height / 2);
    }

    private void send(int type, Rectangle bounds, int modifiers) {
        driver.send(table, type, x(bounds), bounds.y + bounds.height / 2, modifiers);
    }

    /** Near the left edge: the right part of a cell may be out of sight. */
    private static int x(Rectangle bounds) {
        return bounds.x + Math.min(bounds.width / 2, 20);
    }
}
