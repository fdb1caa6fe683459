package org.chartroom.chart;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.text.NumberFormat;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A curve of a fraction (0 to 100 %, upwards) over an amount, with marked points on it.
 *
 * @param curve gives the fraction for each amount
 * @param from amount at the left end
 * @param to amount at the right end; one more than the left when it is not larger
 * @param marks the marked points
 * @param amountTitle title of the axis of amounts
 */
public record FractionCurve(DoubleUnaryOperator curve, double from, double to, List<Mark> marks, String amountTitle)
        implements
            Chart {
    private static final int SAMPLES = 400;
    private static final double DOT = 8;
    private static final double RIGHT_HALF = 0.7;

    /** Keeps its own copy of the marks. */
    public FractionCurve {
        to = to > from ? to : from + 1;
        marks = List.copyOf(marks);
    }

    /**
     * A marked point.
     *
     * @param label what stands beside it
     * @param amount where it is on the axis of amounts
     * @param fraction where it is on the axis of fractions
     */
    public record Mark(String label, double amount, double fraction) {
    }

    @Override
    public void draw(Graphics2D graphics, int width, int height, ChartStyle style) {
        chart(style).draw(graphics, new Rectangle(width, height));
    }

    private JFreeChart chart(ChartStyle style) {
        XYSeries line = new XYSeries("curve");
        for (int i = 0; i <= SAMPLES; i++) {
            double amount = from + (to - from) * i / SAMPLES;
            line.add(amount, curve.applyAsDouble(amount));
        }
        XYSeries points = new XYSeries("marks");
        marks.forEach(mark -> points.add(mark.amount(), mark.fraction()));
        XYSeriesCollection data = new XYSeriesCollection(line);
        data.addSeries(points);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.setSeriesShapesVisible(0, false);
        renderer.setSeriesPaint(0, style.tone(Tone.PLAN));
        renderer.setSeriesStroke(0, style.stroke(LineStyle.SOLID));
        renderer.setSeriesLinesVisible(1, false);
        renderer.setSeriesPaint(1, style.tone(Tone.PLAN));
        renderer.setSeriesShape(1, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        NumberAxis amounts = style.amounts(amountTitle, DoubleStream.of(from, to));
        amounts.setRange(from, to);
        NumberAxis fractions = style.axis(new NumberAxis());
        fractions.setRange(0, 1);
        fractions.setNumberFormatOverride(NumberFormat.getPercentInstance());
        XYPlot plot = new XYPlot(data, amounts, fractions, renderer);
        marks.forEach(mark -> annotate(style, plot, mark));
        return style.apply(new JFreeChart(null, style.font(), plot, false));
    }

    private void annotate(ChartStyle style, XYPlot plot, Mark mark) {
        plot.addAnnotation(new XYLineAnnotation(mark.amount(), 0, mark.amount(), mark.fraction(), style.thinDashes(),
                style.faint()));
        plot.addAnnotation(new XYLineAnnotation(from, mark.fraction(), mark.amount(), mark.fraction(),
                style.thinDashes(), style.faint()));
        boolean room = mark.amount() < from + (to - from) * RIGHT_HALF;
        XYTextAnnotation label = new XYTextAnnotation("  " + mark.label() + "  ", mark.amount(), mark.fraction());
        label.setTextAnchor(room ? TextAnchor.TOP_LEFT : TextAnchor.BOTTOM_RIGHT);
        label.setFont(style.font());
        label.setPaint(style.foreground());
        plot.addAnnotation(label);
    }
}
