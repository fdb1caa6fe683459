package org.chartroom.risk.report;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.model.risk.RiskRegister;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;
import org.chartroom.risk.RiskSimulation;
import org.chartroom.risk.RiskSimulation.Effect;

/**
 * What the open risks cost together, or how long they delay: S-curve, percentiles, contingency and what contributes most.
 */
public class SimulationSection implements ReportSection {
    private static final int CONTRIBUTIONS = 12;
    private static final BigDecimal USUAL_PERCENTILE = new BigDecimal("0.8");

    private final Effect effect;

    /** Made by the extension registry, for the cost. */
    public SimulationSection() {
        this(Effect.COST);
    }

    SimulationSection(Effect effect) {
        this.effect = effect;
    }

    @Override
    public void write(ReportContext context, ReportSink sink) {
        RiskRegister register = (RiskRegister) context.artifact();
        RiskSimulation simulation = RiskSimulation.of(register, effect);
        if (simulation.size() == 0) {
            return;
        }
        RiskSimulation.Outcome outcome = simulation.run(() -> Thread.currentThread().isInterrupted());
        if (outcome == null) {
            throw new IllegalStateException("The simulation was interrupted.");
        }
        SimulationCurve curve = new SimulationCurve(outcome, effect, register.getCurrency());
        boolean cost = effect == Effect.COST;
        sink.chart(cost ? Messages.simulationCurve : Messages.delayCurve, curve.cumulative());
        List<String> heads = new ArrayList<>(List.of(Messages.mean));
        List<String> figures = new ArrayList<>(List.of(curve.text(outcome.mean())));
        for (double share : SimulationCurve.PERCENTILES) {
            heads.add(SimulationCurve.label(share));
            figures.add(curve.text(outcome.percentile(share)));
        }
        BigDecimal percentile = register.getContingencyPercentile() == null
                ? USUAL_PERCENTILE
                : register.getContingencyPercentile();
        if (percentile.signum() >= 0 && percentile.compareTo(BigDecimal.ONE) <= 0) {
            heads.add(Messages.bind(cost ? Messages.contingency : Messages.delayContingency,
                    SimulationCurve.label(percentile.doubleValue())));
            figures.add(curve.text(outcome.percentile(percentile.doubleValue())));
        }
        sink.table(heads, List.of(figures));
        sink.paragraph(Messages.bind(cost ? Messages.simulationNote : Messages.delayNote,
                new Object[]{NumberFormat.getIntegerInstance().format(outcome.runs()), simulation.size(), curve.unit(),
                        simulation.leftOut().size()}));
        sink.heading(cost ? Messages.contributions : Messages.delayContributions);
        sink.table(List.of(Messages.risk, Messages.bind(Messages.meanIn, curve.unit())),
                outcome.contributions().stream().limit(CONTRIBUTIONS)
                        .map(one -> List.of(one.key() + " " + one.title(), curve.number(one.mean()))).toList());
    }
}
