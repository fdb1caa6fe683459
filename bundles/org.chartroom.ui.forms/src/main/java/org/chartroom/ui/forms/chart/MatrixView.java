package org.chartroom.ui.forms.chart;

import java.util.function.BiConsumer;

import org.chartroom.chart.Chart;
import org.chartroom.chart.Matrix;
import org.chartroom.ui.forms.Colours;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/** Shows a {@link Matrix}. A click chooses a cell; the arrow keys and Enter do too. */
public final class MatrixView extends ChartView {
    private transient BiConsumer<Integer, Integer> chosen = (row, column) -> {
    };
    private int cursorRow = 1;
    private int cursorColumn = 1;

    /** @param parent where it goes */
    public MatrixView(Composite parent) {
        super(parent);
        addListener(SWT.MouseUp, event -> click(event.button, event.x, event.y));
        addListener(SWT.KeyDown, event -> key(event.keyCode));
        addListener(SWT.Traverse, event -> event.doit = true);
    }

    @Override
    public void show(Chart shown) {
        int size = ((Matrix) shown).size();
        cursorRow = Math.min(cursorRow, size);
        cursorColumn = Math.min(cursorColumn, size);
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
        for (int row = 1; row <= chart().size(); row++) {
            for (int column = 1; column <= chart().size(); column++) {
                if (cell(row, column).contains(x, y)) {
                    cursorRow = row;
                    cursorColumn = column;
                    redraw();
                    chosen.accept(row, column);
                    return;
                }
            }
        }
    }

    private void key(int code) {
        if (chart() == null) {
            return;
        }
        switch (code) {
            case SWT.ARROW_UP -> cursorRow = Math.min(chart().size(), cursorRow + 1);
            case SWT.ARROW_DOWN -> cursorRow = Math.max(1, cursorRow - 1);
            case SWT.ARROW_RIGHT -> cursorColumn = Math.min(chart().size(), cursorColumn + 1);
            case SWT.ARROW_LEFT -> cursorColumn = Math.max(1, cursorColumn - 1);
            case SWT.CR, SWT.KEYPAD_CR, ' ' -> chosen.accept(cursorRow, cursorColumn);
            default -> {
                return;
            }
        }
        redraw();
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
