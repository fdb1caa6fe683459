package org.chartroom.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.expression.ExpressionException;
import org.chartroom.core.type.ModelChart;
import org.eclipse.emf.ecore.EObject;

/** Pictures of the charts that models say in annotations. */
public final class ModelCharts {
    /** Series have no judgement in them; the tones only tell them apart. */
    private static final List<Tone> TONES = List.of(Tone.PLAN, Tone.WATCH, Tone.GOOD, Tone.QUIET, Tone.BAD);

    private ModelCharts() {
    }

    /**
     * @param chart the chart of a model
     * @param owner an object of its class
     * @param evaluation what it is computed with
     * @return the picture; empty when there is nothing to show yet
     * @throws ExpressionException when an expression of the chart is wrong for the object
     */
    public static Optional<Chart> of(ModelChart chart, EObject owner, Evaluation evaluation) {
        ModelChart.Data data = chart.data(owner, evaluation);
        boolean hasValues = data.series().stream()
                .anyMatch(series -> series.values().stream().anyMatch(value -> value != null));
        if (!hasValues) {
            return Optional.empty();
        }
        String axis = data.series().size() == 1 ? data.series().get(0).name() : "";
        String amounts = data.unit().isEmpty() ? axis : axis.isEmpty() ? data.unit() : axis + " (" + data.unit() + ")";
        return Optional.of(chart.kind() == ModelChart.Kind.BARS && data.series().size() == 1
                ? ranked(data, amounts)
                : split(data, amounts));
    }

    private static Chart ranked(ModelChart.Data data, String amounts) {
        List<RankedBars.Bar> bars = new ArrayList<>();
        List<BigDecimal> values = data.series().get(0).values();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                bars.add(new RankedBars.Bar(data.categories().get(i), values.get(i), Tone.PLAN));
            }
        }
        return new RankedBars(bars, amounts);
    }

    private static Chart split(ModelChart.Data data, String amounts) {
        List<SplitBars.Part> parts = new ArrayList<>();
        for (int i = 0; i < data.categories().size(); i++) {
            for (int row = 0; row < data.series().size(); row++) {
                ModelChart.Series series = data.series().get(row);
                if (series.values().get(i) != null) {
                    parts.add(new SplitBars.Part(data.categories().get(i), series.name(),
                            TONES.get(row % TONES.size()), series.values().get(i)));
                }
            }
        }
        return new SplitBars(parts, amounts, false);
    }
}
