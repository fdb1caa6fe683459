package org.chartroom.ui.forms.chart;

import java.text.NumberFormat;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.chartroom.ui.forms.Colours;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** A curve of a fraction (0 to 100 %, upwards) over an amount, with marked points on it. */
public final class CurveChart extends Canvas {
    private static final int LEFT = 64;
    private static final int BOTTOM = 46;
    private static final int TOP = 16;
    private static final int RIGHT = 28;
    private static final int GRID_LINES = 5;
    private static final int DOT = 7;

    private transient DoubleUnaryOperator curve;
    private double from;
    private double to = 1;
    private List<Mark> marks = List.of();
    private String xTitle = "";
    private String empty = "";

    /**
     * A marked point.
     *
     * @param label what stands beside it
     * @param amount where it is on the axis of amounts
     * @param fraction where it is on the axis of fractions
     */
    public record Mark(String label, double amount, double fraction) {
    }

    /** @param parent where it goes */
    public CurveChart(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        addListener(SWT.Paint, event -> paint(event.gc));
    }

    /**
     * Shows a curve.
     *
     * @param fractionOfAmount gives the fraction for each amount
     * @param lowest amount at the left end
     * @param highest amount at the right end
     * @param points the marked points
     * @param amountTitle title of the axis of amounts
     */
    public void show(DoubleUnaryOperator fractionOfAmount, double lowest, double highest, List<Mark> points,
            String amountTitle) {
        curve = fractionOfAmount;
        from = lowest;
        to = highest > lowest ? highest : lowest + 1;
        marks = List.copyOf(points);
        xTitle = amountTitle;
        redraw();
    }

    /** @param text what to do to get a curve; shown in its place */
    public void showEmpty(String text) {
        curve = null;
        empty = text;
        redraw();
    }

    private void paint(GC gc) {
        Colours colours = Colours.of(getParent());
        Rectangle area = getClientArea();
        gc.setBackground(colours.background());
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        gc.setForeground(colours.faint());
        if (curve == null) {
            Point size = gc.textExtent(empty);
            gc.drawText(empty, (area.width - size.x) / 2, (area.height - size.y) / 2, true);
            return;
        }
        Rectangle plot = new Rectangle(LEFT, TOP, area.width - LEFT - RIGHT, area.height - TOP - BOTTOM);
        if (plot.width > 0 && plot.height > 0) {
            paintGrid(gc, colours, plot);
            paintCurve(gc, colours, plot);
            paintMarks(gc, colours, plot);
        }
    }

    private void paintGrid(GC gc, Colours colours, Rectangle plot) {
        NumberFormat percent = NumberFormat.getPercentInstance();
        NumberFormat amount = NumberFormat.getCompactNumberInstance();
        amount.setMaximumFractionDigits(1);
        for (int i = 0; i <= GRID_LINES; i++) {
            double share = (double) i / GRID_LINES;
            int y = y(plot, share);
            int x = plot.x + (int) Math.round(share * plot.width);
            gc.setForeground(colours.line());
            gc.drawLine(plot.x, y, plot.x + plot.width, y);
            gc.setForeground(colours.faint());
            String fraction = percent.format(share);
            gc.drawText(fraction, plot.x - 8 - gc.textExtent(fraction).x, y - gc.textExtent(fraction).y / 2, true);
            String value = amount.format(from + share * (to - from));
            gc.drawText(value, x - gc.textExtent(value).x / 2, plot.y + plot.height + 6, true);
        }
        gc.drawText(xTitle, plot.x + (plot.width - gc.textExtent(xTitle).x) / 2, plot.y + plot.height + 24, true);
    }

    private void paintCurve(GC gc, Colours colours, Rectangle plot) {
        int[] points = new int[2 * (plot.width + 1)];
        for (int i = 0; i <= plot.width; i++) {
            points[2 * i] = plot.x + i;
            points[2 * i + 1] = y(plot, curve.applyAsDouble(from + (to - from) * i / plot.width));
        }
        gc.setForeground(colours.accent());
        gc.setLineWidth(2);
        gc.drawPolyline(points);
        gc.setLineWidth(1);
    }

    private void paintMarks(GC gc, Colours colours, Rectangle plot) {
        for (Mark mark : marks) {
            int x = x(plot, mark.amount());
            int y = y(plot, mark.fraction());
            gc.setForeground(colours.line());
            gc.setLineStyle(SWT.LINE_DASH);
            gc.drawLine(x, y, x, plot.y + plot.height);
            gc.drawLine(plot.x, y, x, y);
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.setBackground(colours.accent());
            gc.fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
            gc.setForeground(colours.foreground());
            Point size = gc.textExtent(mark.label());
            boolean room = x + 8 + size.x <= plot.x + plot.width;
            gc.drawText(mark.label(), room ? x + 8 : x - 8 - size.x, room ? y : y - size.y - 4, true);
        }
    }

    private int x(Rectangle plot, double amount) {
        return plot.x + (int) Math.round((amount - from) / (to - from) * plot.width);
    }

    private static int y(Rectangle plot, double fraction) {
        return plot.y + plot.height - (int) Math.round(fraction * plot.height);
    }
}
