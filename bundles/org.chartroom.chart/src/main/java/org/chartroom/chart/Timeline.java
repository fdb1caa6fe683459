package org.chartroom.chart;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * Stretches of time below each other, for example planned windows or milestones with their slip.
 *
 * @param bars the bars, from the top
 * @param now a time to mark; empty for none
 * @param nowLabel what it is called
 */
public record Timeline(List<Bar> bars, Optional<Instant> now, String nowLabel) implements Chart {
    private static final double HALF = 0.2;
    private static final double ROOM = 0.06;
    /** Part of the stretch that a letter takes in a chart of usual width. */
    private static final double LETTER = 0.009;
    private static final double LEAST_SHARE = 0.006;
    private static final int LONGEST_LABEL = 44;
    private static final long LONG_MS = 200L * 24 * 60 * 60 * 1000;

    private static final int AROUND = 70;
    private static final int EACH = 34;

    /** Keeps its own copy of the bars. */
    public Timeline {
        bars = List.copyOf(bars);
    }

    /**
     * A stretch of time.
     *
     * @param label what stands on the left; bars with the same label are in one row
     * @param from its start
     * @param to its end
     * @param tone what it means
     * @param text what stands behind it
     */
    public record Bar(String label, Instant from, Instant to, Tone tone, String text) {
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "\u2026";
    }

    @Override
    public void draw(Graphics2D graphics, int width, int height, ChartStyle style) {
        chart(style).draw(graphics, new Rectangle(width, height));
    }

    @Override
    public int documentHeight() {
        return AROUND + (int) bars.stream().map(Bar::label).distinct().count() * EACH;
    }

    private JFreeChart chart(ChartStyle style) {
        List<String> rows = bars.stream().map(Bar::label).distinct().toList();
        long first = bars.stream().mapToLong(bar -> bar.from().toEpochMilli()).min().orElse(0);
        long last = bars.stream().mapToLong(bar -> bar.to().toEpochMilli()).max().orElse(1);
        long start = now.map(time -> Math.min(first, time.toEpochMilli())).orElse(first);
        long end = now.map(time -> Math.max(last, time.toEpochMilli())).orElse(last);
        double least = (end - start) * LEAST_SHARE;
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        XYBarRenderer renderer = new XYBarRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            public Paint getItemPaint(int series, int item) {
                return style.tone(bars.get(series).tone());
            }
        };
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setUseYInterval(true);
        SymbolAxis names = style.axis(new SymbolAxis(null, rows.stream().map(Timeline::shortened)
                .toArray(String[]::new)));
        names.setInverted(true);
        names.setGridBandsVisible(false);
        DateAxis time = style.axis(new DateAxis(null));
        time.setDateFormatOverride(new SimpleDateFormat(end - start > LONG_MS ? "MMM yyyy" : "d MMM"));
        double room = Math.max(1, (end - start) * ROOM);
        double left = start - room;
        double right = end + room;
        XYPlot plot = new XYPlot(data, names, time, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int row = rows.indexOf(bar.label());
            double from = bar.from().toEpochMilli();
            // What is short against the whole stretch stays visible.
            double to = Math.max(bar.to().toEpochMilli(), from + least);
            XYIntervalSeries series = new XYIntervalSeries(i);
            series.add(row, row - HALF, row + HALF, from, from, to);
            data.addSeries(series);
            // On the side where there is more room.
            boolean before = from - start > end - to;
            double needed = (bar.text().length() + 2) * LETTER * (end - start);
            left = before ? Math.min(left, from - needed) : left;
            right = before ? right : Math.max(right, to + needed);
            XYTextAnnotation text = new XYTextAnnotation("  " + bar.text() + "  ", row, before ? from : to);
            text.setTextAnchor(before ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
            text.setFont(style.font());
            text.setPaint(style.foreground());
            text.setBackgroundPaint(style.background());
            plot.addAnnotation(text);
        }
        time.setRange(new Range(left, right));
        now.ifPresent(at -> {
            ValueMarker marker = new ValueMarker(at.toEpochMilli(), style.faint(), style.thinDashes());
            marker.setLabel(nowLabel);
            marker.setLabelFont(style.font());
            marker.setLabelPaint(style.faint());
            marker.setLabelBackgroundColor((java.awt.Color) ChartStyle.transparent());
            marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
            // Behind the texts, which would be struck through.
            plot.addRangeMarker(marker, Layer.BACKGROUND);
        });
        JFreeChart chart = style.apply(new JFreeChart(null, style.font(), plot, false));
        plot.setDomainGridlinesVisible(true);
        return chart;
    }
}
