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

/** What the open risks cost together: S-curve, percentiles, contingency and what contributes most. */
public final class SimulationSection implements ReportSection {
    private static final int CONTRIBUTIONS = 12;
    private static final BigDecimal USUAL_PERCENTILE = new BigDecimal("0.8");

    @Override
    public void write(ReportContext context, ReportSink sink) {
        RiskRegister register = (RiskRegister) context.artifact();
        RiskSimulation simulation = RiskSimulation.of(register);
        if (simulation.size() == 0) {
            return;
        }
        RiskSimulation.Outcome outcome = simulation.run(() -> Thread.currentThread().isInterrupted());
        if (outcome == null) {
            throw new IllegalStateException("The simulation was interrupted.");
        }
        NumberFormat amount = NumberFormat.getIntegerInstance();
        sink.chart(Messages.simulationCurve, SimulationCurve.of(outcome, register.getCurrency()));
        List<String> heads = new ArrayList<>(List.of(Messages.mean));
        List<String> figures = new ArrayList<>(List.of(amount.format(outcome.mean())));
        for (double share : SimulationCurve.PERCENTILES) {
            heads.add(SimulationCurve.label(share));
            figures.add(amount.format(outcome.percentile(share)));
        }
        BigDecimal percentile = register.getContingencyPercentile() == null
                ? USUAL_PERCENTILE
                : register.getContingencyPercentile();
        if (percentile.signum() >= 0 && percentile.compareTo(BigDecimal.ONE) <= 0) {
            heads.add(Messages.bind(Messages.contingency, SimulationCurve.label(percentile.doubleValue())));
            figures.add(amount.format(outcome.percentile(percentile.doubleValue())));
        }
        sink.table(heads, List.of(figures));
        sink.paragraph(Messages.bind(Messages.simulationNote, new Object[]{amount.format(outcome.runs()),
                simulation.size(), register.getCurrency(), simulation.leftOut().size()}));
        sink.heading(Messages.contributions);
        sink.table(List.of(Messages.risk, Messages.mean), outcome.contributions().stream().limit(CONTRIBUTIONS)
                .map(one -> List.of(one.key() + " " + one.title(), amount.format(one.mean()))).toList());
    }
}
