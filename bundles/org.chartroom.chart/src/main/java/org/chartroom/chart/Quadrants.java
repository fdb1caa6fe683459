package org.chartroom.chart;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

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
 * welcome.
 *
 * @param spots the points
 * @param limit the value both axes cross at
 * @param acrossTitle title of the horizontal axis
 * @param upwardsTitle title of the vertical axis
 * @param corners names of the quadrants: top left, top right, bottom left, bottom right
 */
public record Quadrants(List<Spot> spots, BigDecimal limit, String acrossTitle, String upwardsTitle,
        List<String> corners) implements Chart {
    private static final double DOT = 11;
    private static final double LARGE_DOT = 15;
    /** Parts of half a chart that a letter, a line and the room between point and label take. */
    private static final double LETTER = 0.018;
    private static final double LINE = 0.09;
    private static final double AWAY = 0.04;
    private static final double LEAST_SPAN = 0.12;
    private static final double MARGIN = 1.25;

    /** Keeps its own copies of the lists. */
    public Quadrants {
        spots = List.copyOf(spots);
        corners = List.copyOf(corners);
    }

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

    @Override
    public void draw(Graphics2D graphics, int width, int height, ChartStyle style) {
        plain(style).draw(graphics, new Rectangle(width, height));
    }

    /**
     * Tells where the points are drawn.
     *
     * @param width width of the chart, in pixels at 100 %
     * @param height its height
     * @param style colours and fonts of the drawing
     * @return the middle of each point, in the order of the points, relative to the top left corner
     */
    public List<Point2D> positions(int width, int height, ChartStyle style) {
        // Only a drawing says how much room the axes take.
        Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        ChartRenderingInfo info = new ChartRenderingInfo();
        JFreeChart chart = plain(style);
        chart.draw(nowhere, new Rectangle(width, height), info);
        nowhere.dispose();
        Rectangle2D area = info.getPlotInfo().getDataArea();
        XYPlot plot = chart.getXYPlot();
        return spots.stream().<Point2D>map(spot -> new Point2D.Double(
                plot.getDomainAxis().valueToJava2D(spot.across().doubleValue(), area, plot.getDomainAxisEdge()),
                plot.getRangeAxis().valueToJava2D(spot.upwards().doubleValue(), area, plot.getRangeAxisEdge())))
                .toList();
    }

    private JFreeChart plain(ChartStyle style) {
        double cross = limit.doubleValue();
        double span = LEAST_SPAN;
        for (Spot spot : spots) {
            span = Math.max(span, Math.max(Math.abs(spot.across().doubleValue() - cross),
                    Math.abs(spot.upwards().doubleValue() - cross)));
        }
        span *= MARGIN;
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        NumberAxis across = axis(style, acrossTitle, cross, span);
        NumberAxis upwards = axis(style, upwardsTitle, cross, span);
        XYPlot plot = new XYPlot(data, across, upwards, renderer);
        ground(plot, style, cross, span);
        double half = span;
        List<Rectangle2D> taken = new ArrayList<>(spots.stream().map(spot -> dot(spot, half)).toList());
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            XYSeries series = new XYSeries(i);
            series.add(spot.across(), spot.upwards());
            data.addSeries(series);
            double dot = spot.large() ? LARGE_DOT : DOT;
            renderer.setSeriesShape(i, new Ellipse2D.Double(-dot / 2, -dot / 2, dot, dot));
            renderer.setSeriesPaint(i, style.tone(spot.tone()));
            Rectangle2D own = dot(spot, span);
            taken.remove(own);
            label(plot, style, spot, cross, span, taken);
            taken.add(own);
        }
        JFreeChart chart = style.apply(new JFreeChart(null, style.font(), plot, false));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return chart;
    }

    private static NumberAxis axis(ChartStyle style, String title, double cross, double span) {
        NumberAxis axis = style.axis(new NumberAxis(title));
        axis.setRange(cross - span, cross + span);
        return axis;
    }

    private void ground(XYPlot plot, ChartStyle style, double cross, double span) {
        IntervalMarker good = new IntervalMarker(cross, cross + span, style.ground(Tone.GOOD));
        IntervalMarker bad = new IntervalMarker(cross - span, cross, style.ground(Tone.BAD));
        plot.addDomainMarker(good, Layer.BACKGROUND);
        plot.addDomainMarker(bad, Layer.BACKGROUND);
        plot.addRangeMarker(new IntervalMarker(cross, cross + span, style.ground(Tone.GOOD)), Layer.BACKGROUND);
        plot.addRangeMarker(new IntervalMarker(cross - span, cross, style.ground(Tone.BAD)), Layer.BACKGROUND);
        plot.addDomainMarker(new ValueMarker(cross, style.faint(), style.thinDashes()));
        plot.addRangeMarker(new ValueMarker(cross, style.faint(), style.thinDashes()));
        double edge = span * 0.97;
        corner(plot, style, corners.get(0), cross - edge, cross + edge, TextAnchor.TOP_LEFT);
        corner(plot, style, corners.get(1), cross + edge, cross + edge, TextAnchor.TOP_RIGHT);
        corner(plot, style, corners.get(2), cross - edge, cross - edge, TextAnchor.BOTTOM_LEFT);
        corner(plot, style, corners.get(3), cross + edge, cross - edge, TextAnchor.BOTTOM_RIGHT);
    }

    private static void corner(XYPlot plot, ChartStyle style, String text, double x, double y, TextAnchor anchor) {
        XYTextAnnotation label = new XYTextAnnotation(text, x, y);
        label.setTextAnchor(anchor);
        label.setFont(style.font());
        label.setPaint(style.faint());
        plot.addAnnotation(label);
    }

    /** Where a label may stand beside its point, the usual places first. */
    private enum Side {
        RIGHT(TextAnchor.CENTER_LEFT, 0, -0.5, 0), LEFT(TextAnchor.CENTER_RIGHT, -1, -0.5,
                0), ABOVE(TextAnchor.BOTTOM_CENTER, -0.5, 0, 1), BELOW(TextAnchor.TOP_CENTER, -0.5, -1, -1);

        private final TextAnchor anchor;
        private final double across;
        private final double upwards;
        private final int away;

        Side(TextAnchor anchor, double across, double upwards, int away) {
            this.anchor = anchor;
            this.across = across;
            this.upwards = upwards;
            this.away = away;
        }

        /** About what a label covers: its letters and lines take these parts of a chart of usual size. */
        Rectangle2D room(Spot spot, double span) {
            double width = (spot.label().length() + 2) * LETTER * span;
            double height = LINE * span;
            return new Rectangle2D.Double(spot.across().doubleValue() + across * width,
                    spot.upwards().doubleValue() + upwards * height + away * AWAY * span, width, height);
        }
    }

    /** On the side where no other label or point stands. */
    private static void label(XYPlot plot, ChartStyle style, Spot spot, double cross, double span,
            List<Rectangle2D> taken) {
        boolean atTheEdge = spot.across().doubleValue() > cross + span / 2;
        List<Side> sides = atTheEdge
                ? List.of(Side.LEFT, Side.ABOVE, Side.BELOW)
                : List.of(Side.RIGHT, Side.LEFT, Side.ABOVE, Side.BELOW);
        Side side = sides.stream().filter(one -> taken.stream().noneMatch(one.room(spot, span)::intersects)).findFirst()
                .orElse(sides.get(0));
        taken.add(side.room(spot, span));
        String space = side.away == 0 ? "    " : "";
        XYTextAnnotation label = new XYTextAnnotation(space + spot.label() + space, spot.across().doubleValue(),
                spot.upwards().doubleValue() + side.away * AWAY * span);
        label.setTextAnchor(side.anchor);
        label.setFont(spot.large() ? style.bold() : style.font());
        label.setPaint(style.foreground());
        plot.addAnnotation(label);
    }

    /** Labels must not stand on points either. */
    private static Rectangle2D dot(Spot spot, double span) {
        double size = AWAY * span;
        return new Rectangle2D.Double(spot.across().doubleValue() - size / 2, spot.upwards().doubleValue() - size / 2,
                size, size);
    }
}
