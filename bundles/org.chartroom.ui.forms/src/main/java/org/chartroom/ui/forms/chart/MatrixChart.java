package org.chartroom.ui.forms.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.chartroom.ui.forms.Colours;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * A square matrix of steps against steps, for example likelihood (upwards) against impact (to the right): each cell has
 * a level, a count and perhaps a border of what is acceptable; arrows show movement between cells. A click chooses a
 * cell; the arrow keys and Enter do too.
 */
public final class MatrixChart extends Canvas {
    private static final int LEFT = 176;
    private static final int BOTTOM = 62;
    private static final int MARGIN = 12;
    private static final int LARGER_BY = 5;
    private static final int GAP = 2;

    private transient Model model;
    private transient BiConsumer<Integer, Integer> chosen = (row, column) -> {
    };
    private final Font countFont;
    private int cursorRow;
    private int cursorColumn;

    /** What a matrix shows; rows and columns count from 1. */
    public interface Model {
        /** @return number of rows and of columns */
        int size();

        /**
         * @param row the row, 1 is lowest
         * @param column the column, 1 is leftmost
         * @return how serious the cell is, 0 to 3
         */
        int level(int row, int column);

        /**
         * @param level a level, 0 to 3
         * @return what it is called
         */
        String levelLabel(int level);

        /**
         * @param row the row
         * @param column the column
         * @return number of items in the cell
         */
        int count(int row, int column);

        /**
         * @param row the row
         * @param column the column
         * @return whether the cell is within what is acceptable
         */
        boolean isAcceptable(int row, int column);

        /**
         * @param row a row
         * @return its label
         */
        String rowLabel(int row);

        /**
         * @param column a column
         * @return its label
         */
        String columnLabel(int column);

        /** @return title of the rows */
        String rowTitle();

        /** @return title of the columns */
        String columnTitle();

        /** @return movements to draw; may be empty */
        List<Movement> movements();
    }

    /**
     * Items that move from one cell to another.
     *
     * @param fromRow row they come from
     * @param fromColumn column they come from
     * @param toRow row they go to
     * @param toColumn column they go to
     * @param count how many move
     */
    public record Movement(int fromRow, int fromColumn, int toRow, int toColumn, int count) {
    }

    /** @param parent where it goes */
    public MatrixChart(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        countFont = FontDescriptor.createFrom(getFont()).increaseHeight(LARGER_BY).setStyle(SWT.BOLD)
                .createFont(getDisplay());
        addListener(SWT.Dispose, event -> countFont.dispose());
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseUp, event -> click(event.x, event.y));
        addListener(SWT.KeyDown, event -> key(event.keyCode));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.Traverse, event -> event.doit = true);
    }

    /** @param shown what to show from now on */
    public void setModel(Model shown) {
        model = shown;
        cursorRow = Math.min(Math.max(1, cursorRow), shown.size());
        cursorColumn = Math.min(Math.max(1, cursorColumn), shown.size());
        redraw();
    }

    /** @return what is shown; null before anything was */
    public Model model() {
        return model;
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
        int side = Math.max(1, Math.min((area.width - LEFT - MARGIN) / model.size(),
                (area.height - BOTTOM - MARGIN) / model.size()));
        int wide = Math.max(side, Math.min(side * 9 / 4, (area.width - LEFT - MARGIN) / model.size()));
        return new Rectangle(LEFT + (column - 1) * wide, MARGIN + (model.size() - row) * side, wide - GAP, side - GAP);
    }

    private void click(int x, int y) {
        setFocus();
        for (int row = 1; model != null && row <= model.size(); row++) {
            for (int column = 1; column <= model.size(); column++) {
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
        if (model == null) {
            return;
        }
        switch (code) {
            case SWT.ARROW_UP -> cursorRow = Math.min(model.size(), cursorRow + 1);
            case SWT.ARROW_DOWN -> cursorRow = Math.max(1, cursorRow - 1);
            case SWT.ARROW_RIGHT -> cursorColumn = Math.min(model.size(), cursorColumn + 1);
            case SWT.ARROW_LEFT -> cursorColumn = Math.max(1, cursorColumn - 1);
            case SWT.CR, SWT.KEYPAD_CR, ' ' -> chosen.accept(cursorRow, cursorColumn);
            default -> {
                return;
            }
        }
        redraw();
    }

    private void paint(GC gc) {
        Colours colours = Colours.of(getParent());
        gc.setBackground(colours.background());
        gc.fillRectangle(getClientArea());
        if (model == null) {
            return;
        }
        gc.setAntialias(SWT.ON);
        Color[] fills = {colours.low(), colours.moderate(), colours.high(), colours.critical()};
        for (int row = 1; row <= model.size(); row++) {
            for (int column = 1; column <= model.size(); column++) {
                paintCell(gc, colours, fills, row, column);
            }
        }
        paintAppetite(gc, colours);
        paintLabels(gc, colours);
        model.movements().forEach(movement -> paintMovement(gc, colours, movement));
        if (isFocusControl()) {
            Rectangle cursor = cell(cursorRow, cursorColumn);
            gc.setForeground(colours.accent());
            gc.setLineWidth(2);
            gc.drawRectangle(cursor.x + 2, cursor.y + 2, cursor.width - 5, cursor.height - 5);
            gc.setLineWidth(1);
        }
    }

    private void paintCell(GC gc, Colours colours, Color[] fills, int row, int column) {
        Rectangle cell = cell(row, column);
        gc.setBackground(fills[model.level(row, column)]);
        gc.fillRoundRectangle(cell.x, cell.y, cell.width, cell.height, 6, 6);
        gc.setForeground(colours.faint());
        String level = model.levelLabel(model.level(row, column));
        if (gc.textExtent(level).x < cell.width - 8) {
            gc.drawText(level, cell.x + 6, cell.y + 4, true);
        }
        int count = model.count(row, column);
        if (count > 0) {
            Font before = gc.getFont();
            gc.setFont(countFont);
            gc.setForeground(colours.foreground());
            String text = String.valueOf(count);
            Point size = gc.textExtent(text);
            gc.drawText(text, cell.x + (cell.width - size.x) / 2, cell.y + (cell.height - size.y) / 2 + 4, true);
            gc.setFont(before);
        }
    }

    /** A heavy line between the cells that are acceptable and those that are not. */
    private void paintAppetite(GC gc, Colours colours) {
        gc.setForeground(colours.foreground());
        gc.setLineWidth(3);
        for (int row = 1; row <= model.size(); row++) {
            for (int column = 1; column <= model.size(); column++) {
                Rectangle cell = cell(row, column);
                if (!model.isAcceptable(row, column)) {
                    continue;
                }
                if (column < model.size() && !model.isAcceptable(row, column + 1)) {
                    int x = cell.x + cell.width + GAP / 2;
                    gc.drawLine(x, cell.y - GAP / 2, x, cell.y + cell.height + GAP / 2);
                }
                if (row < model.size() && !model.isAcceptable(row + 1, column)) {
                    int y = cell.y - GAP / 2;
                    gc.drawLine(cell.x - GAP / 2, y, cell.x + cell.width + GAP / 2, y);
                }
            }
        }
        gc.setLineWidth(1);
    }

    private void paintLabels(GC gc, Colours colours) {
        gc.setForeground(colours.foreground());
        for (int step = 1; step <= model.size(); step++) {
            Rectangle left = cell(step, 1);
            String row = fitted(gc, model.rowLabel(step), LEFT - 40);
            Point rowSize = gc.textExtent(row);
            gc.drawText(row, LEFT - 8 - rowSize.x, left.y + (left.height - rowSize.y) / 2, true);
            Rectangle below = cell(1, step);
            String column = fitted(gc, model.columnLabel(step), below.width);
            Point size = gc.textExtent(column);
            gc.drawText(column, below.x + (below.width - size.x) / 2, below.y + below.height + 6, true);
        }
        Rectangle first = cell(1, 1);
        Rectangle last = cell(model.size(), model.size());
        gc.setForeground(colours.faint());
        Point title = gc.textExtent(model.columnTitle());
        gc.drawText(model.columnTitle(), (first.x + last.x + last.width - title.x) / 2, first.y + first.height + 30,
                true);
        Point side = gc.textExtent(model.rowTitle());
        Transform turned = new Transform(gc.getDevice());
        turned.translate(6, (last.y + first.y + first.height + side.x) / 2f);
        turned.rotate(-90);
        gc.setTransform(turned);
        gc.drawText(model.rowTitle(), 0, 0, true);
        gc.setTransform(null);
        turned.dispose();
    }

    static String fitted(GC gc, String text, int width) {
        String fit = text;
        while (fit.length() > 2 && gc.textExtent(fit).x > width) {
            fit = fit.substring(0, fit.length() - 2) + "\u2026";
        }
        return fit;
    }

    private void paintMovement(GC gc, Colours colours, Movement movement) {
        Rectangle from = cell(movement.fromRow(), movement.fromColumn());
        Rectangle to = cell(movement.toRow(), movement.toColumn());
        double x1 = from.x + from.width * 0.72;
        double y1 = from.y + from.height * 0.6;
        double x2 = to.x + to.width * 0.72;
        double y2 = to.y + to.height * 0.6;
        double angle = Math.atan2(y2 - y1, x2 - x1);
        gc.setForeground(colours.accent());
        gc.setBackground(colours.accent());
        gc.setLineWidth(Math.min(5, 1 + movement.count()));
        gc.drawLine((int) x1, (int) y1, (int) x2, (int) y2);
        List<Integer> head = new ArrayList<>(List.of((int) x2, (int) y2));
        for (double side : new double[]{2.6, -2.6}) {
            head.add((int) (x2 + 11 * Math.cos(angle + side)));
            head.add((int) (y2 + 11 * Math.sin(angle + side)));
        }
        gc.fillPolygon(head.stream().mapToInt(Integer::intValue).toArray());
        gc.setLineWidth(1);
    }
}
