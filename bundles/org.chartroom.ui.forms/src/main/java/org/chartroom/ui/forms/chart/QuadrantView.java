package org.chartroom.ui.forms.chart;

import java.awt.geom.Point2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.chartroom.chart.Chart;
import org.chartroom.chart.Quadrants;
import org.chartroom.chart.Quadrants.Spot;
import org.chartroom.ui.forms.Colours;
import org.chartroom.ui.forms.LabelText;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/** Shows {@link Quadrants}. A click near a point chooses it. */
public final class QuadrantView extends ChartView {
    private static final int NEAR = 14;

    /** Radius of the ring around the point the keys have gone to. */
    private static final int RING = 11;

    private transient Consumer<Spot> chosen = spot -> {
    };
    /** Where the points are in the size below; null when that must be found out anew. */
    private transient List<Point2D> positions;
    private Point size = new Point(0, 0);

    /** The point the arrow keys have gone to; below zero for none. */
    private int current = -1;

    /** @param parent where it goes */
    public QuadrantView(Composite parent) {
        super(parent);
        addListener(SWT.KeyDown, event -> key(event.keyCode));
        addListener(SWT.MouseUp, event -> near(event.x, event.y).filter(spot -> event.button == 1).ifPresent(chosen));
        addListener(SWT.MouseMove, event -> setToolTipText(
                near(event.x, event.y).map(Spot::explanation).map(LabelText::tip).orElse(null)));
    }

    @Override
    public void show(Chart shown) {
        positions = null;
        current = -1;
        super.show((Quadrants) shown);
    }

    @Override
    public Quadrants chart() {
        return (Quadrants) super.chart();
    }

    /** @param listener takes a point the user chooses */
    public void onChoice(Consumer<Spot> listener) {
        chosen = listener;
    }

    /** The arrow keys go from point to point, from left to right; Enter chooses one. */
    private void key(int code) {
        if (!isDrawn() || chart().spots().isEmpty()) {
            return;
        }
        List<Spot> ordered = chart().spots().stream().sorted(Comparator.comparing(Spot::across)).toList();
        if (code == SWT.CR && current >= 0) {
            chosen.accept(chart().spots().get(current));
            return;
        }
        int step = code == SWT.ARROW_RIGHT || code == SWT.ARROW_DOWN
                ? 1
                : code == SWT.ARROW_LEFT || code == SWT.ARROW_UP ? -1 : 0;
        if (step != 0) {
            int place = current < 0 ? (step > 0 ? -1 : 0) : ordered.indexOf(chart().spots().get(current));
            Spot next = ordered.get(Math.floorMod(place + step, ordered.size()));
            current = chart().spots().indexOf(next);
            setToolTipText(LabelText.tip(next.explanation()));
            redraw();
        }
    }

    @Override
    void paintOver(GC gc, Colours colours) {
        if (current >= 0 && current < chart().spots().size() && isFocusControl()) {
            Point at = position(chart().spots().get(current));
            gc.setForeground(colours.foreground());
            gc.setLineWidth(2);
            gc.drawOval(at.x - RING, at.y - RING, 2 * RING, 2 * RING);
        }
    }

    private Optional<Spot> near(int x, int y) {
        if (!isDrawn()) {
            return Optional.empty();
        }
        Spot nearest = null;
        double least = NEAR;
        for (Spot spot : chart().spots()) {
            Point at = position(spot);
            double distance = Math.hypot(at.x - (double) x, at.y - (double) y);
            if (distance <= least) {
                nearest = spot;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /**
     * @param spot a point that is shown
     * @return where it is, relative to the control
     */
    public Point position(Spot spot) {
        Rectangle area = getClientArea();
        if (positions == null || size.x != area.width || size.y != area.height) {
            size = new Point(area.width, area.height);
            positions = chart().positions(area.width, area.height, style());
        }
        Point2D at = positions.get(chart().spots().indexOf(spot));
        return new Point((int) at.getX(), (int) at.getY());
    }
}
