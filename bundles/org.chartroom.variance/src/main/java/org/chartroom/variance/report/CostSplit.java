package org.chartroom.variance.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.chart.SplitBars;
import org.chartroom.chart.SplitBars.Part;
import org.chartroom.chart.Tone;
import org.chartroom.model.variance.Expenditure;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;

/** How much of plan, work, cost and budget is invested and how much is used up. */
public final class CostSplit {
    private CostSplit() {
    }

    /**
     * @param report a report
     * @return what its lines add up to, for each kind of expenditure
     */
    public static Map<Expenditure, EarnedValue> figures(VarianceReport report) {
        ReportFigures figures = ReportFigures.of(report);
        Map<Expenditure, EarnedValue> split = new EnumMap<>(Expenditure.class);
        for (Expenditure kind : Expenditure.VALUES) {
            split.put(kind, EarnedValue.ZERO);
        }
        for (VarianceLine line : report.getLines()) {
            split.merge(line.getExpenditure(), figures.contribution(line), EarnedValue::plus);
        }
        return split;
    }

    /**
     * @param report a report
     * @return its split as bars; empty when there is neither budget nor cost
     */
    public static Optional<SplitBars> of(VarianceReport report) {
        EarnedValue total = ReportFigures.of(report).total();
        return total.bac().signum() == 0 && total.ac().signum() == 0
                ? Optional.empty()
                : Optional.of(new SplitBars(parts(figures(report)),
                        Messages.bind(Messages.amount, report.getCurrency()), false));
    }

    private static List<Part> parts(Map<Expenditure, EarnedValue> split) {
        List<Part> parts = new ArrayList<>();
        split.forEach((kind, figures) -> {
            String label = kind == Expenditure.CAP_EX ? Messages.capEx : Messages.opEx;
            Tone tone = kind == Expenditure.CAP_EX ? Tone.PLAN : Tone.WATCH;
            parts.add(new Part(Messages.planned, label, tone, figures.pv()));
            parts.add(new Part(Messages.earned, label, tone, figures.ev()));
            parts.add(new Part(Messages.actual, label, tone, figures.ac()));
            parts.add(new Part(Messages.budget, label, tone, figures.bac()));
        });
        return parts;
    }
}
