package org.chartroom.chart;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Amounts over time as lines, with a mark at one day and labels at the ends of lines that want one.
 *
 * @param lines the lines
 * @param mark the marked day; empty for none
 * @param amountTitle title of the axis of amounts
 */
public record TimeCurves(List<Line> lines, Optional<Mark> mark, String amountTitle) implements Chart {
    private static final double DOT = 6;
    private static final double RIGHT_MARGIN = 0.16;
    private static final double LABEL_HEIGHT = 0.055;
    private static final double HEADROOM = 0.16;
    private static final double SMALL = 0.1;

    /** Keeps its own copy of the lines. */
    public TimeCurves {
        lines = List.copyOf(lines);
    }

    /**
     * An amount on a day.
     *
     * @param day the day
     * @param amount the amount
     */
    public record At(LocalDate day, BigDecimal amount) {
    }

    /**
     * A line of the chart.
     *
     * @param label what the legend calls it
     * @param tone what it means
     * @param style how it is drawn
     * @param points its points, the earliest first
     * @param endLabel what stands at its last point; empty for nothing, and then it is in the legend
     */
    public record Line(String label, Tone tone, LineStyle style, List<At> points, String endLabel) {
    }

    /**
     * A day that is marked.
     *
     * @param label what it is called
     * @param day the day
     */
    public record Mark(String label, LocalDate day) {
    }

    @Override
    public void draw(Graphics2D graphics, int width, int height, ChartStyle style) {
        chart(style).draw(graphics, new Rectangle(width, height));
    }

    private JFreeChart chart(ChartStyle style) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        DateAxis days = style.axis(new DateAxis(null));
        days.setDateFormatOverride(new SimpleDateFormat("MMM yyyy"));
        days.setLowerMargin(0.01);
        days.setUpperMargin(lines.stream().anyMatch(line -> !line.endLabel().isEmpty()) ? RIGHT_MARGIN : 0.02);
        DoubleSummaryStatistics range = lines.stream().flatMap(line -> line.points().stream())
                .mapToDouble(point -> point.amount().doubleValue()).summaryStatistics();
        NumberAxis amounts = style.amounts(amountTitle, DoubleStream.of(range.getMin(), range.getMax()));
        // Where the amounts differ little, an axis from zero would show level lines.
        boolean level = range.getMin() > 0 && range.getMax() - range.getMin() < range.getMin() * SMALL;
        amounts.setAutoRangeIncludesZero(!level);
        XYPlot plot = new XYPlot(data, days, amounts, renderer);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            XYSeries series = new XYSeries(line.label() + (line.endLabel().isEmpty() ? "" : " " + i));
            line.points().forEach(point -> series.add(millis(point.day()), point.amount()));
            data.addSeries(series);
            renderer.setSeriesPaint(i, style.tone(line.tone()));
            renderer.setSeriesStroke(i, style.stroke(line.style()));
            renderer.setSeriesVisibleInLegend(i, line.endLabel().isEmpty());
        }
        labelEnds(style, plot);
        plot.getRangeAxis().setUpperMargin(HEADROOM);
        mark.ifPresent(day -> {
            ValueMarker marker = new ValueMarker(millis(day.day()), style.faint(), style.thinDashes());
            marker.setLabel(day.label());
            marker.setLabelFont(style.font());
            marker.setLabelPaint(style.faint());
            marker.setLabelBackgroundColor((java.awt.Color) ChartStyle.transparent());
            marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
            marker.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
            plot.addDomainMarker(marker);
        });
        renderer.setDefaultShape(new java.awt.geom.Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        return style.apply(new JFreeChart(null, style.font(), plot, true));
    }

    /** Writes the labels beside the ends of their lines, apart from each other where the ends are close. */
    private void labelEnds(ChartStyle style, XYPlot plot) {
        List<Line> labelled = lines.stream().filter(line -> !line.endLabel().isEmpty() && !line.points().isEmpty())
                .sorted(Comparator.comparing(line -> end(line).amount())).toList();
        double highest = lines.stream().flatMap(line -> line.points().stream())
                .mapToDouble(point -> point.amount().doubleValue()).max().orElse(0);
        double apart = highest * LABEL_HEIGHT;
        double above = Double.NEGATIVE_INFINITY;
        for (Line line : labelled) {
            above = Math.max(end(line).amount().doubleValue(), above + apart);
            XYTextAnnotation label = new XYTextAnnotation("  " + line.endLabel(), millis(end(line).day()), above);
            label.setTextAnchor(TextAnchor.CENTER_LEFT);
            label.setFont(style.font());
            label.setPaint(style.tone(line.tone()));
            plot.addAnnotation(label);
        }
    }

    private static At end(Line line) {
        return line.points().get(line.points().size() - 1);
    }

    private static double millis(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli();
    }
}
