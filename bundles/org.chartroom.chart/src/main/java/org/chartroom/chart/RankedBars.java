package org.chartroom.chart;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Lying bars, one below the other, each in a tone of its own: who is first, and by how much.
 *
 * @param bars the bars, the uppermost first
 * @param amountTitle title of the axis of amounts
 */
public record RankedBars(List<Bar> bars, String amountTitle) implements Chart {
    private static final double BAR = 0.16;
    private static final double LABEL_MARGIN = 0.12;

    private static final int AROUND = 90;
    private static final int EACH = 34;

    /** Keeps its own copy of the bars. */
    public RankedBars {
        bars = List.copyOf(bars);
    }

    /**
     * A bar.
     *
     * @param label what stands beside it; no two bars have the same
     * @param amount how long it is
     * @param tone what it means
     */
    public record Bar(String label, BigDecimal amount, Tone tone) {
    }

    @Override
    public void draw(Graphics2D graphics, int width, int height, ChartStyle style) {
        chart(style).draw(graphics, new Rectangle(width, height));
    }

    @Override
    public int documentHeight() {
        return AROUND + bars.size() * EACH;
    }

    private JFreeChart chart(ChartStyle style) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        bars.forEach(bar -> data.addValue(bar.amount(), "", bar.label()));
        BarRenderer renderer = new BarRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public java.awt.Paint getItemPaint(int row, int column) {
                return style.tone(bars.get(column).tone());
            }
        };
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(BAR);
        NumberAxis axis = style.amounts(amountTitle, bars.stream().mapToDouble(bar -> bar.amount().doubleValue()));
        axis.setUpperMargin(LABEL_MARGIN);
        axis.setLowerMargin(LABEL_MARGIN);
        renderer.setDefaultItemLabelGenerator(
                new StandardCategoryItemLabelGenerator("{2}", axis.getNumberFormatOverride()));
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        renderer.setDefaultNegativeItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(style.font());
        renderer.setDefaultItemLabelPaint(style.foreground());
        CategoryPlot plot = new CategoryPlot(data, style.axis(new CategoryAxis(null)), axis, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        return style.apply(new JFreeChart(null, style.font(), plot, false));
    }
}
