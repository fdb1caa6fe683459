package org.chartroom.ui.forms.chart;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.chartroom.chart.Chart;
import org.chartroom.chart.Matrix;
import org.chartroom.ui.forms.Colours;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/**
 * Shows a {@link Matrix}. A click chooses a cell; the arrow keys and Enter do too. Where levels are offered, a click, Enter
 * and the context menu offer them for a cell, and the first letter of a level or its number gives it to the cell.
 */
public final class MatrixView extends ChartView {
    private transient BiConsumer<Integer, Integer> chosen = (row, column) -> {
    };
    private List<String> levels = List.of();
    private transient LevelListener given = (row, column, level) -> {
    };
    private int cursorRow = 1;
    private int cursorColumn = 1;

    /** @param parent where it goes */
    public MatrixView(Composite parent) {
        super(parent);
        addListener(SWT.MouseUp, event -> click(event.button, event.x, event.y));
        addListener(SWT.KeyDown, event -> key(event.keyCode, event.character));
        addListener(SWT.Traverse, event -> event.doit = true);
    }

    @Override
    public void show(Chart shown) {
        Matrix matrix = (Matrix) shown;
        cursorRow = Math.min(cursorRow, matrix.rows());
        cursorColumn = Math.min(cursorColumn, matrix.columns());
        super.show(shown);
    }

    @Override
    public Matrix chart() {
        return (Matrix) super.chart();
    }

    /** @param listener takes row and column of a cell the user chooses */
    public void onChoice(BiConsumer<Integer, Integer> listener) {
        chosen = listener;
    }

    /** Takes the level a user gives to a cell. */
    @FunctionalInterface
    public interface LevelListener {
        /**
         * @param row row of the cell
         * @param column column of the cell
         * @param level the level wanted, 0 is the first of those offered
         */
        void accept(int row, int column, int level);
    }

    /**
     * Lets the user give levels to the cells. Takes the place of {@link #onChoice}.
     *
     * @param labels what the levels are called, by their number in {@link Matrix.Cell#level}
     * @param listener takes a level the user gives to a cell
     */
    public void offerLevels(List<String> labels, LevelListener listener) {
        levels = List.copyOf(labels);
        given = listener;
        Menu menu = getMenu();
        for (int level = 0; level < levels.size(); level++) {
            int wanted = level;
            MenuItem item = new MenuItem(menu, SWT.RADIO, level);
            item.setText(levels.get(level));
            item.addListener(SWT.Selection, event -> {
                if (item.getSelection()) {
                    given.accept(cursorRow, cursorColumn, wanted);
                }
            });
            menu.addListener(SWT.Show,
                    event -> item.setSelection(chart() != null && wanted == chart().cell(cursorRow, cursorColumn)
                            .level()));
        }
        new MenuItem(menu, SWT.SEPARATOR, levels.size());
        addListener(SWT.MenuDetect, event -> {
            if (event.detail == SWT.MENU_MOUSE) {
                Point at = toControl(event.x, event.y);
                moveTo(at.x, at.y);
            }
        });
        onChoice((row, column) -> {
            Rectangle at = cell(row, column);
            menu.setLocation(toDisplay(at.x + at.width / 2, at.y + at.height / 2));
            menu.setVisible(true);
        });
    }

    /**
     * Brings the cursor of the keyboard to a cell.
     *
     * @param row a row
     * @param column a column
     */
    public void select(int row, int column) {
        cursorRow = Math.max(1, Math.min(row, chart().rows()));
        cursorColumn = Math.max(1, Math.min(column, chart().columns()));
        redraw();
    }

    /**
     * @param row a row
     * @param column a column
     * @return where the cell is drawn, relative to the control
     */
    public Rectangle cell(int row, int column) {
        Rectangle area = getClientArea();
        return rectangle(chart().bounds(row, column, area.width, area.height));
    }

    private void click(int button, int x, int y) {
        if (chart() == null || button != 1) {
            return;
        }
        setFocus();
        if (moveTo(x, y)) {
            chosen.accept(cursorRow, cursorColumn);
        }
    }

    /** Whether there is a cell; the cursor is on it then. */
    private boolean moveTo(int x, int y) {
        for (int row = 1; row <= chart().rows(); row++) {
            for (int column = 1; column <= chart().columns(); column++) {
                if (cell(row, column).contains(x, y)) {
                    cursorRow = row;
                    cursorColumn = column;
                    redraw();
                    return true;
                }
            }
        }
        return false;
    }

    private void key(int code, char letter) {
        if (chart() == null) {
            return;
        }
        switch (code) {
            case SWT.ARROW_UP -> cursorRow = Math.min(chart().rows(), cursorRow + 1);
            case SWT.ARROW_DOWN -> cursorRow = Math.max(1, cursorRow - 1);
            case SWT.ARROW_RIGHT -> cursorColumn = Math.min(chart().columns(), cursorColumn + 1);
            case SWT.ARROW_LEFT -> cursorColumn = Math.max(1, cursorColumn - 1);
            case SWT.CR, SWT.KEYPAD_CR, ' ' -> chosen.accept(cursorRow, cursorColumn);
            default -> level(letter).ifPresent(level -> given.accept(cursorRow, cursorColumn, level));
        }
        redraw();
    }

    /** The level a key stands for: its number, from 1, or the next one that begins with the letter. */
    private OptionalInt level(char letter) {
        int number = Character.digit(letter, 10);
        if (number >= 1 && number <= levels.size()) {
            return OptionalInt.of(number - 1);
        }
        int before = chart().cell(cursorRow, cursorColumn).level();
        return IntStream.rangeClosed(1, levels.size()).map(step -> (before + step) % levels.size())
                .filter(level -> Character.toLowerCase(levels.get(level).charAt(0)) == Character.toLowerCase(letter))
                .findFirst();
    }

    @Override
    void paintOver(GC gc, Colours colours) {
        if (isFocusControl()) {
            Rectangle cursor = cell(cursorRow, cursorColumn);
            gc.setForeground(colours.accent());
            gc.setLineWidth(2);
            gc.drawRectangle(cursor.x + 2, cursor.y + 2, cursor.width - 5, cursor.height - 5);
            gc.setLineWidth(1);
        }
    }
}
