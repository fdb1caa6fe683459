package org.chartroom.ui.forms.chart;

import java.awt.geom.Ellipse2D;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Points in four quadrants around a pair of limits, for example CPI and SPI around 1; above and to the right is
 * welcome. A click near a point chooses it.
 */
public final class QuadrantChart extends PictureChart {
    private static final double DOT = 11;
    private static final double LARGE_DOT = 15;
    private static final double LEAST_SPAN = 0.12;
    private static final double MARGIN = 1.25;
    private static final int NEAR = 14;

    private transient Model model;
    private transient Consumer<Spot> chosen = spot -> {
    };
    private transient XYPlot plot;
    private final transient ChartRenderingInfo info = new ChartRenderingInfo();

    /**
     * A point.
     *
     * @param label what stands beside it
     * @param across its value on the horizontal axis
     * @param upwards its value on the vertical axis
     * @param explanation the whole story, for the tooltip
     * @param tone what it means
     * @param large whether it stands out, for example because it is the total
     * @param subject what it stands for; given back when it is chosen
     */
    public record Spot(String label, BigDecimal across, BigDecimal upwards, String explanation, Tone tone,
            boolean large,
            Object subject) {
    }

    /**
     * What is shown.
     *
     * @param spots the points
     * @param limit the value both axes cross at
     * @param acrossTitle title of the horizontal axis
     * @param upwardsTitle title of the vertical axis
     * @param corners names of the quadrants: top left, top right, bottom left, bottom right
     */
    public record Model(List<Spot> spots, BigDecimal limit, String acrossTitle, String upwardsTitle,
            List<String> corners) {
    }

    /** @param parent where it goes */
    public QuadrantChart(Composite parent) {
        super(parent);
        addListener(SWT.MouseUp, event -> near(event.x, event.y).ifPresent(chosen));
        addListener(SWT.MouseMove, event -> setToolTipText(near(event.x, event.y).map(Spot::explanation).orElse(null)));
    }

    /** @param shown what is shown from now on */
    public void show(Model shown) {
        model = shown;
        refresh();
    }

    /** @param listener takes a point the user chooses */
    public void onChoice(Consumer<Spot> listener) {
        chosen = listener;
    }

    private Optional<Spot> near(int x, int y) {
        return model == null || plot == null
                ? Optional.empty()
                : model.spots().stream().filter(spot -> distance(spot, x, y) <= NEAR)
                        .min(Comparator.comparing(spot -> distance(spot, x, y)));
    }

    private double distance(Spot spot, int x, int y) {
        Point at = position(spot);
        return Math.hypot(at.x - (double) x, at.y - (double) y);
    }

    /**
     * @param spot a point that is shown
     * @return where it is, relative to the control
     */
    public Point position(Spot spot) {
        java.awt.geom.Rectangle2D area = info.getPlotInfo().getDataArea();
        return new Point(
                (int) plot.getDomainAxis().valueToJava2D(spot.across().doubleValue(), area, plot.getDomainAxisEdge()),
                (int) plot.getRangeAxis().valueToJava2D(spot.upwards().doubleValue(), area, plot.getRangeAxisEdge()));
    }

    @Override
    ChartRenderingInfo info() {
        return info;
    }

    @Override
    JFreeChart chart(ChartStyle style) {
        double limit = model.limit().doubleValue();
        double span = LEAST_SPAN;
        for (Spot spot : model.spots()) {
            span = Math.max(span, Math.max(Math.abs(spot.across().doubleValue() - limit),
                    Math.abs(spot.upwards().doubleValue() - limit)));
        }
        span *= MARGIN;
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        NumberAxis across = axis(style, model.acrossTitle(), limit, span);
        NumberAxis upwards = axis(style, model.upwardsTitle(), limit, span);
        plot = new XYPlot(data, across, upwards, renderer);
        ground(style, limit, span);
        for (int i = 0; i < model.spots().size(); i++) {
            Spot spot = model.spots().get(i);
            XYSeries series = new XYSeries(i);
            series.add(spot.across(), spot.upwards());
            data.addSeries(series);
            double dot = spot.large() ? LARGE_DOT : DOT;
            renderer.setSeriesShape(i, new Ellipse2D.Double(-dot / 2, -dot / 2, dot, dot));
            renderer.setSeriesPaint(i, style.tone(spot.tone()));
            label(style, spot, limit, span);
        }
        JFreeChart chart = style.apply(new JFreeChart(null, style.font(), plot, false));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return chart;
    }

    private static NumberAxis axis(ChartStyle style, String title, double limit, double span) {
        NumberAxis axis = style.axis(new NumberAxis(title));
        axis.setRange(limit - span, limit + span);
        return axis;
    }

    private void ground(ChartStyle style, double limit, double span) {
        IntervalMarker good = new IntervalMarker(limit, limit + span, style.ground(Tone.GOOD));
        IntervalMarker bad = new IntervalMarker(limit - span, limit, style.ground(Tone.BAD));
        plot.addDomainMarker(good, Layer.BACKGROUND);
        plot.addDomainMarker(bad, Layer.BACKGROUND);
        plot.addRangeMarker(new IntervalMarker(limit, limit + span, style.ground(Tone.GOOD)), Layer.BACKGROUND);
        plot.addRangeMarker(new IntervalMarker(limit - span, limit, style.ground(Tone.BAD)), Layer.BACKGROUND);
        plot.addDomainMarker(new ValueMarker(limit, style.faint(), style.thinDashes()));
        plot.addRangeMarker(new ValueMarker(limit, style.faint(), style.thinDashes()));
        double edge = span * 0.97;
        corner(style, model.corners().get(0), limit - edge, limit + edge, TextAnchor.TOP_LEFT);
        corner(style, model.corners().get(1), limit + edge, limit + edge, TextAnchor.TOP_RIGHT);
        corner(style, model.corners().get(2), limit - edge, limit - edge, TextAnchor.BOTTOM_LEFT);
        corner(style, model.corners().get(3), limit + edge, limit - edge, TextAnchor.BOTTOM_RIGHT);
    }

    private void corner(ChartStyle style, String text, double x, double y, TextAnchor anchor) {
        XYTextAnnotation label = new XYTextAnnotation(text, x, y);
        label.setTextAnchor(anchor);
        label.setFont(style.font());
        label.setPaint(style.faint());
        plot.addAnnotation(label);
    }

    private void label(ChartStyle style, Spot spot, double limit, double span) {
        boolean left = spot.across().doubleValue() > limit + span / 2;
        XYTextAnnotation label = new XYTextAnnotation("    " + spot.label() + "    ", spot.across().doubleValue(),
                spot.upwards().doubleValue());
        label.setTextAnchor(left ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
        label.setFont(spot.large() ? style.bold() : style.font());
        label.setPaint(style.foreground());
        plot.addAnnotation(label);
    }
}
