package org.chartroom.chart;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Bars that show what parts an amount is split into, one bar for each category, or the parts beside each other.
 *
 * @param parts the parts, bar by bar
 * @param amountTitle title of the axis of amounts
 * @param stacked whether the parts stand on top of each other; else they are side by side
 */
public record SplitBars(List<Part> parts, String amountTitle, boolean stacked) implements Chart {
    private static final double BAR = 0.12;
    private static final double LABEL_MARGIN = 0.18;

    /** Keeps its own copy of the parts. */
    public SplitBars {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a bar.
     *
     * @param category the bar it is in
     * @param label what the legend calls it; parts with the same label have the same tone
     * @param tone what it means
     * @param amount how large it is
     */
    public record Part(String category, String label, Tone tone, BigDecimal amount) {
    }

    @Override
    public void draw(Graphics2D graphics, int width, int height, ChartStyle style) {
        chart(style).draw(graphics, new Rectangle(width, height));
    }

    private JFreeChart chart(ChartStyle style) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        parts.forEach(part -> data.addValue(part.amount().doubleValue(), part.label(), part.category()));
        BarRenderer renderer = stacked ? new StackedBarRenderer() : new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(BAR);
        renderer.setItemMargin(0.06);
        NumberAxis axis = style.amounts(amountTitle, parts.stream().mapToDouble(part -> part.amount().doubleValue()));
        renderer.setDefaultItemLabelGenerator(
                new StandardCategoryItemLabelGenerator("{2}", axis.getNumberFormatOverride()));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(style.font());
        renderer.setDefaultItemLabelPaint(stacked ? style.background() : style.foreground());
        for (int row = 0; row < data.getRowCount(); row++) {
            String label = String.valueOf(data.getRowKey(row));
            Tone tone = parts.stream().filter(part -> part.label().equals(label)).findFirst().orElseThrow().tone();
            renderer.setSeriesPaint(row, style.tone(tone));
        }
        if (!stacked) {
            // The amounts stand above the bars.
            axis.setUpperMargin(LABEL_MARGIN);
        }
        CategoryPlot plot = new CategoryPlot(data, style.axis(new CategoryAxis(null)), axis, renderer);
        plot.setOrientation(PlotOrientation.VERTICAL);
        return style.apply(new JFreeChart(null, style.font(), plot, true));
    }
}
