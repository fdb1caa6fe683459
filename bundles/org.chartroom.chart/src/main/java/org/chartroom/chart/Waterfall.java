package org.chartroom.chart;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * How one amount becomes another, step by step: a bar for the first, one for each step, one for the last.
 *
 * @param steps the bars, from the left
 * @param amountTitle title of the axis of amounts
 */
public record Waterfall(List<Step> steps, String amountTitle) implements Chart {
    private static final double BAR = 0.09;
    private static final int LINES = 3;
    private static final double SMALL = 0.3;
    private static final double HEADROOM = 0.25;

    /** Keeps its own copy of the bars. */
    public Waterfall {
        steps = List.copyOf(steps);
    }

    /**
     * A bar.
     *
     * @param label what stands below it
     * @param amount the whole amount where it is a total, else what it adds
     * @param total whether it stands on the ground
     * @param tone what it means
     * @param text what stands on it
     */
    public record Step(String label, BigDecimal amount, boolean total, Tone tone, String text) {
    }

    @Override
    public void draw(Graphics2D graphics, int width, int height, ChartStyle style) {
        chart(style).draw(graphics, new Rectangle(width, height));
    }

    private JFreeChart chart(ChartStyle style) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        BigDecimal level = BigDecimal.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Label label = new Label(i, step.label());
            BigDecimal before = step.total() ? BigDecimal.ZERO : level;
            level = before.add(step.amount());
            // What hangs in the air stands on an invisible bar up to its lower end.
            boolean below = before.signum() < 0 && level.signum() <= 0;
            BigDecimal ground = below ? before.max(level) : before.min(level);
            boolean crosses = before.signum() * level.signum() < 0;
            data.addValue(crosses ? BigDecimal.ZERO : ground, "ground", label);
            data.addValue(crosses ? level : below ? step.amount().abs().negate() : step.amount().abs(), "bar", label);
            data.addValue(crosses ? before : BigDecimal.ZERO, "other", label);
        }
        CategoryAxis across = style.axis(new CategoryAxis(null));
        across.setMaximumCategoryLabelLines(LINES);
        across.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        across.setLowerMargin(0.02);
        across.setUpperMargin(0.02);
        Bars bars = new Bars(style);
        NumberAxis amounts = style.amounts(amountTitle,
                steps.stream().mapToDouble(step -> step.amount().doubleValue()));
        zoom(amounts);
        CategoryPlot plot = new CategoryPlot(data, across, amounts, bars);
        return style.apply(new JFreeChart(null, style.font(), plot, false));
    }

    /** Where the steps are small against the totals the axis starts above zero, and says so. */
    private void zoom(NumberAxis amounts) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double level = 0;
        for (Step step : steps) {
            level = (step.total() ? 0 : level) + step.amount().doubleValue();
            low = Math.min(low, level);
            high = Math.max(high, level);
        }
        double span = high - low;
        if (low > 0 && span > 0 && span < low * SMALL) {
            amounts.setRange(Math.max(0, low - span), high + span * HEADROOM);
            amounts.setLabel(amountTitle + ", " + Messages.axisCut);
            amounts.setNumberFormatOverride(NumberFormat.getIntegerInstance());
        }
    }

    /** Steps may have the same label. */
    private record Label(int index, String text) implements Comparable<Label> {
        @Override
        public int compareTo(Label other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Bars in the tone of their step. */
    private final class Bars extends StackedBarRenderer {
        private static final long serialVersionUID = 1L;

        private final transient ChartStyle style;

        Bars(ChartStyle style) {
            this.style = style;
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setMaximumBarWidth(BAR);
            setDefaultItemLabelFont(style.font());
            setDefaultItemLabelPaint(style.foreground());
            CategoryItemLabelGenerator texts = new StandardCategoryItemLabelGenerator() {
                private static final long serialVersionUID = 1L;

                @Override
                public String generateLabel(CategoryDataset shown, int row, int column) {
                    return steps.get(column).text();
                }
            };
            setSeriesItemLabelGenerator(1, texts);
            setSeriesItemLabelsVisible(1, true);
            ItemLabelPosition above = new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER);
            setDefaultPositiveItemLabelPosition(above);
            setDefaultNegativeItemLabelPosition(above);
            setPositiveItemLabelPositionFallback(above);
            setNegativeItemLabelPositionFallback(above);
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return row == 0 ? ChartStyle.transparent() : style.tone(steps.get(column).tone());
        }
    }
}
