package org.chartroom.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.text.NumberFormat;
import java.util.stream.DoubleStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Colours and fonts a chart is drawn with: those of the theme on the screen, or those of documents. */
public final class ChartStyle {
    private static final float LINE = 2.2f;
    private static final float[] DASHES = {7f, 5f};
    private static final float[] DOTS = {2f, 4f};
    private static final float[] DASH_DOTS = {10f, 4f, 2f, 4f};
    private static final int DOCUMENT_FONT = 13;
    private static final double SHORTENED_FROM = 1000;
    private static final int WHITE = 0xFFFFFF;
    private static final int BLACK = 0x23272E;

    private final boolean dark;
    private final Color background;
    private final Color foreground;
    private final Font font;

    static {
        // The charts are pictures; a connection to a display is neither needed nor wanted.
        System.setProperty("java.awt.headless", "true");
    }

    /**
     * @param dark whether the background is dark
     * @param background colour of the background: red, green and blue, a byte each
     * @param foreground colour of texts, likewise
     * @param fontName name of a font family
     * @param fontHeight height of its letters, in pixels at 100 %
     */
    public ChartStyle(boolean dark, int background, int foreground, String fontName, int fontHeight) {
        this.dark = dark;
        this.background = new Color(background);
        this.foreground = new Color(foreground);
        this.font = new Font(fontName, Font.PLAIN, fontHeight);
    }

    /** @return the style of reports and saved pictures: dark on white, whatever the theme of the workbench */
    public static ChartStyle document() {
        return new ChartStyle(false, WHITE, BLACK, Font.SANS_SERIF, DOCUMENT_FONT);
    }

    /** @return the font of texts */
    public Font font() {
        return font;
    }

    /** @return the font of what stands out */
    public Font bold() {
        return font.deriveFont(Font.BOLD);
    }

    /** @return height of a line of text, in pixels at 100 % */
    public int lineHeight() {
        return (int) Math.ceil(font.getLineMetrics("Ag", new FontRenderContext(null, true, true)).getHeight());
    }

    /** @return the background */
    public Color background() {
        return background;
    }

    /** @return the colour of texts */
    public Color foreground() {
        return foreground;
    }

    /**
     * @param shade a colour with a meaning
     * @return the variant that fits the background
     */
    public Color shade(Shade shade) {
        return new Color(shade.rgb(dark));
    }

    Color faint() {
        return shade(Shade.FAINT);
    }

    Color line() {
        return shade(Shade.LINE);
    }

    /**
     * @param tone what something means
     * @return colour of its line, bar or point
     */
    public Color tone(Tone tone) {
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
        return new Color(full.getRed(), full.getGreen(), full.getBlue(), dark ? 46 : 28);
    }

    Stroke stroke(LineStyle style) {
        return switch (style) {
            case SOLID -> new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case DASHED -> new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASHES, 0f);
            case DOTTED -> new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DOTS, 0f);
            case DASH_DOTTED -> new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASH_DOTS, 0f);
        };
    }

    Stroke thinDashes() {
        return new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASHES, 0f);
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

    /** An axis of amounts, short: 1.2M. Where all are small they are not shortened, so that they can be told apart. */
    NumberAxis amounts(String title, DoubleStream amounts) {
        NumberAxis axis = axis(new NumberAxis(title));
        axis.setNumberFormatOverride(format(amounts));
        axis.setUpperMargin(0.08);
        return axis;
    }

    /** How amounts are written that are together in a chart. */
    static NumberFormat format(DoubleStream amounts) {
        if (amounts.allMatch(amount -> Math.abs(amount) < SHORTENED_FROM)) {
            return NumberFormat.getNumberInstance();
        }
        NumberFormat compact = NumberFormat.getCompactNumberInstance();
        compact.setMaximumFractionDigits(1);
        return compact;
    }

    static Paint transparent() {
        return new Color(0, 0, 0, 0);
    }
}
