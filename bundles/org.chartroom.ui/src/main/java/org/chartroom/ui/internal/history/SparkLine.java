package org.chartroom.ui.internal.history;

import java.math.BigDecimal;
import java.util.List;

import org.chartroom.ui.forms.Colours;
import org.chartroom.ui.forms.LabelText;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The course of a number as a small line, the oldest value on the left, with a dot at the newest. */
final class SparkLine extends Canvas {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 26;
    private static final int MARGIN = 4;
    private static final int DOT = 5;

    private transient List<BigDecimal> values = List.of();

    SparkLine(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addListener(SWT.Paint, event -> paint(event.gc));
    }

    /** Shows values, the oldest first; with fewer than two there is nothing to see. */
    void show(List<BigDecimal> course, String tooltip) {
        values = List.copyOf(course);
        setToolTipText(LabelText.tip(tooltip));
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(WIDTH, HEIGHT);
    }

    private void paint(GC gc) {
        if (values.size() < 2) {
            return;
        }
        Colours colours = Colours.of(getParent());
        Rectangle area = getClientArea();
        double least = values.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double most = values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        int[] points = new int[values.size() * 2];
        for (int i = 0; i < values.size(); i++) {
            double share = most == least ? 0.5 : (values.get(i).doubleValue() - least) / (most - least);
            points[2 * i] = MARGIN + (area.width - 2 * MARGIN - DOT) * i / (values.size() - 1);
            points[2 * i + 1] = (int) (area.height - MARGIN - share * (area.height - 2 * MARGIN));
        }
        gc.setAntialias(SWT.ON);
        gc.setForeground(colours.accent());
        gc.setLineWidth(2);
        gc.drawPolyline(points);
        gc.setBackground(colours.accent());
        gc.fillOval(points[points.length - 2] - DOT / 2, points[points.length - 1] - DOT / 2, DOT + 1, DOT + 1);
    }
}
