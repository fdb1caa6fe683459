package org.chartroom.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * A matrix of steps against steps, for example likelihood (upwards) against impact (to the right): each cell has
 * a level, a count and perhaps a border of what is acceptable; arrows show movement between cells. Rows and columns
 * count from 1, at the bottom left.
 *
 * @param cells the cells, one for each row and column, row by row from the bottom left
 * @param rowLabels labels of the rows, from the bottom
 * @param columnLabels labels of the columns, from the left
 * @param rowTitle title of the rows
 * @param columnTitle title of the columns
 * @param movements movements to draw; may be empty
 */
public record Matrix(List<Cell> cells, List<String> rowLabels, List<String> columnLabels, String rowTitle,
        String columnTitle, List<Movement> movements) implements Chart {
    private static final int LEFT = 176;
    private static final int BOTTOM = 62;
    private static final int MARGIN = 12;
    private static final int LARGER_BY = 7;
    private static final int GAP = 2;
    private static final int CORNER = 6;
    private static final int DOCUMENT_HEIGHT = 460;
    private static final double ARROW_ACROSS = 0.72;
    private static final double ARROW_DOWN = 0.6;
    private static final int ARROW_HEAD = 11;
    private static final double[] ARROW_SIDES = {2.6, -2.6};
    private static final int WIDEST_ARROW = 5;
    private static final Shade[] LEVELS = {Shade.LOW, Shade.MODERATE, Shade.HIGH, Shade.CRITICAL};

    /**
     * One cell.
     *
     * @param level how serious it is, 0 to 3
     * @param levelLabel what the level is called
     * @param count number of items in the cell, 0 or more; {@link #UNCOUNTED} where only levels are shown
     * @param acceptable whether the cell is within what is acceptable
     */
    public record Cell(int level, String levelLabel, int count, boolean acceptable) {
        /** In place of a count: nothing is counted, and the level stands in the middle of the cell. */
        public static final int UNCOUNTED = -1;
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

    /**
     * Keeps its own copies of the lists.
     *
     * @throws IllegalArgumentException when there is no row or column, or not one cell for each of them
     */
    public Matrix {
        cells = List.copyOf(cells);
        rowLabels = List.copyOf(rowLabels);
        columnLabels = List.copyOf(columnLabels);
        movements = List.copyOf(movements);
        if (rowLabels.isEmpty() || columnLabels.isEmpty() || cells.size() != rowLabels.size() * columnLabels.size()) {
            throw new IllegalArgumentException("A matrix has a cell for each row and column: " + rowLabels.size()
                    + " rows, " + columnLabels.size() + " columns, " + cells.size() + " cells.");
        }
    }

    /** @return number of rows */
    public int rows() {
        return rowLabels.size();
    }

    /** @return number of columns */
    public int columns() {
        return columnLabels.size();
    }

    /**
     * @param row the row, 1 is lowest
     * @param column the column, 1 is leftmost
     * @return the cell
     */
    public Cell cell(int row, int column) {
        return cells.get((row - 1) * columns() + column - 1);
    }

    /**
     * @param row a row
     * @param column a column
     * @param width width of the chart, in pixels at 100 %
     * @param height its height
     * @return where the cell is drawn, relative to the top left corner
     */
    public Rectangle bounds(int row, int column, int width, int height) {
        int side = Math.max(1, Math.min((width - LEFT - MARGIN) / columns(), (height - BOTTOM - MARGIN) / rows()));
        int wide = Math.max(side, Math.min(side * 9 / 4, (width - LEFT - MARGIN) / columns()));
        return new Rectangle(LEFT + (column - 1) * wide, MARGIN + (rows() - row) * side, wide - GAP, side - GAP);
    }

    @Override
    public int documentHeight() {
        return DOCUMENT_HEIGHT;
    }

    @Override
    public void draw(Graphics2D graphics, int width, int height, ChartStyle style) {
        new MatrixDrawing(graphics, width, height, style).draw();
    }

    /** One drawing of the matrix. */
    private final class MatrixDrawing extends Drawing {
        MatrixDrawing(Graphics2D graphics, int width, int height, ChartStyle style) {
            super(graphics, width, height, style);
        }

        @Override
        void drawContent() {
            for (int row = 1; row <= rows(); row++) {
                for (int column = 1; column <= columns(); column++) {
                    drawCell(cell(row, column), bounds(row, column, width, height));
                }
            }
            drawAppetite();
            drawLabels();
            movements.forEach(this::drawMovement);
        }

        private void drawCell(Cell cell, Rectangle at) {
            graphics.setColor(style.shade(LEVELS[cell.level()]));
            graphics.fillRoundRect(at.x, at.y, at.width, at.height, CORNER, CORNER);
            FontMetrics metrics = graphics.getFontMetrics();
            if (cell.count() == Cell.UNCOUNTED) {
                graphics.setColor(style.foreground());
                // Colour alone would not tell the levels apart: where the word has no room its first letter does.
                boolean room = metrics.stringWidth(cell.levelLabel()) < at.width - 4;
                Texts.centred(graphics, room ? cell.levelLabel() : cell.levelLabel().substring(0, 1),
                        at.x + at.width / 2, at.y + at.height / 2);
                return;
            }
            graphics.setColor(style.faint());
            if (metrics.stringWidth(cell.levelLabel()) < at.width - 8) {
                graphics.drawString(cell.levelLabel(), at.x + 6, at.y + 4 + metrics.getAscent());
            }
            if (cell.count() > 0) {
                Font large = style.bold().deriveFont(style.font().getSize2D() + LARGER_BY);
                graphics.setFont(large);
                graphics.setColor(style.foreground());
                Texts.centred(graphics, String.valueOf(cell.count()), at.x + at.width / 2, at.y + at.height / 2 + 4);
                graphics.setFont(style.font());
            }
        }

        /** A heavy line between the cells that are acceptable and those that are not. */
        private void drawAppetite() {
            graphics.setColor(style.foreground());
            graphics.setStroke(new BasicStroke(3));
            for (int row = 1; row <= rows(); row++) {
                for (int column = 1; column <= columns(); column++) {
                    if (cell(row, column).acceptable()) {
                        drawBorder(row, column);
                    }
                }
            }
            graphics.setStroke(new BasicStroke(1));
        }

        private void drawBorder(int row, int column) {
            Rectangle at = bounds(row, column, width, height);
            if (column < columns() && !cell(row, column + 1).acceptable()) {
                int x = at.x + at.width + GAP / 2;
                graphics.drawLine(x, at.y - GAP / 2, x, at.y + at.height + GAP / 2);
            }
            if (row < rows() && !cell(row + 1, column).acceptable()) {
                int y = at.y - GAP / 2;
                graphics.drawLine(at.x - GAP / 2, y, at.x + at.width + GAP / 2, y);
            }
        }

        private void drawLabels() {
            graphics.setColor(style.foreground());
            FontMetrics metrics = graphics.getFontMetrics();
            for (int step = 1; step <= rows(); step++) {
                Rectangle left = bounds(step, 1, width, height);
                String row = Texts.fitted(metrics, rowLabels.get(step - 1), LEFT - 40);
                graphics.drawString(row, LEFT - 8 - metrics.stringWidth(row),
                        left.y + (left.height + metrics.getAscent() - metrics.getDescent()) / 2);
            }
            for (int step = 1; step <= columns(); step++) {
                Rectangle below = bounds(1, step, width, height);
                String column = Texts.fitted(metrics, columnLabels.get(step - 1), below.width);
                graphics.drawString(column, below.x + (below.width - metrics.stringWidth(column)) / 2,
                        below.y + below.height + 6 + metrics.getAscent());
            }
            Rectangle first = bounds(1, 1, width, height);
            Rectangle last = bounds(rows(), columns(), width, height);
            graphics.setColor(style.faint());
            graphics.drawString(columnTitle,
                    (first.x + last.x + last.width - metrics.stringWidth(columnTitle)) / 2,
                    first.y + first.height + 30 + metrics.getAscent());
            Texts.upwards(graphics, rowTitle, 6, (last.y + first.y + first.height) / 2);
        }

        private void drawMovement(Movement movement) {
            Rectangle from = bounds(movement.fromRow(), movement.fromColumn(), width, height);
            Rectangle to = bounds(movement.toRow(), movement.toColumn(), width, height);
            double x1 = from.x + from.width * ARROW_ACROSS;
            double y1 = from.y + from.height * ARROW_DOWN;
            double x2 = to.x + to.width * ARROW_ACROSS;
            double y2 = to.y + to.height * ARROW_DOWN;
            double angle = Math.atan2(y2 - y1, x2 - x1);
            Color accent = style.shade(Shade.ACCENT);
            graphics.setColor(accent);
            graphics.setStroke(new BasicStroke(Math.min(WIDEST_ARROW, 1 + movement.count())));
            graphics.draw(new Line2D.Double(x1, y1, x2, y2));
            Path2D head = new Path2D.Double();
            head.moveTo(x2, y2);
            for (double side : ARROW_SIDES) {
                head.lineTo(x2 + ARROW_HEAD * Math.cos(angle + side), y2 + ARROW_HEAD * Math.sin(angle + side));
            }
            head.closePath();
            graphics.fill(head);
            graphics.setStroke(new BasicStroke(1));
        }
    }
}
