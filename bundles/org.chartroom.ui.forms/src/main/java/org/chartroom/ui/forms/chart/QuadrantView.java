package org.chartroom.ui.forms.chart;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.chartroom.chart.Chart;
import org.chartroom.chart.Quadrants;
import org.chartroom.chart.Quadrants.Spot;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/** Shows {@link Quadrants}. A click near a point chooses it. */
public final class QuadrantView extends ChartView {
    private static final int NEAR = 14;

    private transient Consumer<Spot> chosen = spot -> {
    };
    /** Where the points are in the size below; null when that must be found out anew. */
    private transient List<Point2D> positions;
    private Point size = new Point(0, 0);

    /** @param parent where it goes */
    public QuadrantView(Composite parent) {
        super(parent);
        addListener(SWT.MouseUp, event -> near(event.x, event.y).filter(spot -> event.button == 1).ifPresent(chosen));
        addListener(SWT.MouseMove, event -> setToolTipText(near(event.x, event.y).map(Spot::explanation).orElse(null)));
    }

    @Override
    public void show(Chart shown) {
        positions = null;
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
