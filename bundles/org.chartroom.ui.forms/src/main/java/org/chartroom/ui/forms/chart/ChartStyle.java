package org.chartroom.ui.forms.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Stroke;
import java.text.NumberFormat;

import org.chartroom.ui.forms.Colours;
import org.eclipse.swt.graphics.FontData;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Colours and fonts of the theme, for charts. */
final class ChartStyle {
    private static final float POINTS_PER_INCH = 72f;
    private static final float LINE = 2.2f;
    private static final float[] DASHES = {7f, 5f};
    private static final float[] DOTS = {2f, 4f};

    private final Colours colours;
    private final Font font;

    ChartStyle(Colours colours, FontData data, int dotsPerInch) {
        this.colours = colours;
        int height = Math.round(data.getHeight() * dotsPerInch / POINTS_PER_INCH);
        this.font = new Font(data.getName(), Font.PLAIN, height);
    }

    Font font() {
        return font;
    }

    Font bold() {
        return font.deriveFont(Font.BOLD);
    }

    Color background() {
        return colour(colours.background());
    }

    Color foreground() {
        return colour(colours.foreground());
    }

    Color faint() {
        return colour(colours.faint());
    }

    Color line() {
        return colour(colours.line());
    }

    /** Colour of a line, bar or point. */
    Color tone(Tone tone) {
        boolean dark = colours.isDark();
        return new Color(switch (tone) {
            case PLAN -> dark ? 0x6DB3F2 : 0x1F6FB8;
            case GOOD -> dark ? 0x6FCF86 : 0x2E8540;
            case BAD -> dark ? 0xF28B82 : 0xC0392B;
            case WATCH -> dark ? 0xF5B041 : 0xB86E00;
            case QUIET -> dark ? 0xA9B0B8 : 0x7A828C;
        });
    }

    /** The same tone as the ground of an area. */
    Color ground(Tone tone) {
        Color full = tone(tone);
        return new Color(full.getRed(), full.getGreen(), full.getBlue(), colours.isDark() ? 46 : 28);
    }

    Stroke stroke(LineStyle style) {
        return switch (style) {
            case SOLID -> new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case DASHED -> new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASHES, 0f);
            case DOTTED -> new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DOTS, 0f);
        };
    }

    Stroke thinDashes() {
        return new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASHES, 0f);
    }

    private static Color colour(org.eclipse.swt.graphics.Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    /** Gives a whole chart the colours of the theme. */
    JFreeChart apply(JFreeChart chart) {
        chart.setBackgroundPaint(background());
        chart.setPadding(new RectangleInsets(8, 8, 8, 14));
        chart.setAntiAlias(true);
        Plot plot = chart.getPlot();
        plot.setBackgroundPaint(background());
        plot.setOutlineVisible(false);
        if (plot instanceof XYPlot xy) {
            xy.setDomainGridlinePaint(line());
            xy.setRangeGridlinePaint(line());
            xy.setDomainGridlinesVisible(false);
            xy.setAxisOffset(RectangleInsets.ZERO_INSETS);
        } else if (plot instanceof CategoryPlot categories) {
            categories.setRangeGridlinePaint(line());
            categories.setAxisOffset(RectangleInsets.ZERO_INSETS);
        }
        LegendTitle legend = chart.getLegend();
        if (legend != null) {
            legend.setItemFont(font);
            legend.setItemPaint(foreground());
            legend.setBackgroundPaint(background());
            legend.setFrame(org.jfree.chart.block.BlockBorder.NONE);
            legend.setPosition(RectangleEdge.TOP);
            legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
        }
        return chart;
    }

    /** Gives an axis the colours of the theme. */
    <A extends Axis> A axis(A axis) {
        axis.setLabelFont(font);
        axis.setLabelPaint(faint());
        axis.setTickLabelFont(font);
        axis.setTickLabelPaint(faint());
        axis.setAxisLinePaint(line());
        axis.setTickMarkPaint(line());
        return axis;
    }

    /** An axis of amounts, short: 1.2M. */
    NumberAxis amounts(String title) {
        NumberAxis axis = axis(new NumberAxis(title));
        NumberFormat compact = NumberFormat.getCompactNumberInstance();
        compact.setMaximumFractionDigits(1);
        axis.setNumberFormatOverride(compact);
        axis.setUpperMargin(0.08);
        return axis;
    }

    static Paint transparent() {
        return new Color(0, 0, 0, 0);
    }
}
