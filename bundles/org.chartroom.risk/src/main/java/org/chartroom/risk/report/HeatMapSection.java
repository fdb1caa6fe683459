package org.chartroom.risk.report;

import java.util.List;
import java.util.Optional;

import org.chartroom.model.risk.RiskRegister;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** The open risks of a register on its matrix, as they are assessed now and, with arrows, as they are to become. */
public final class HeatMapSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        RiskRegister register = (RiskRegister) context.artifact();
        if (register.getRisks().stream().noneMatch(Assessment::isOpen)) {
            return;
        }
        sink.paragraph(Messages.heatMapNote);
        sink.chart(Messages.currentAssessment, HeatMap.of(register, Assessment.CURRENT, List.of()));
        int unplaced = HeatMap.unplaced(register, Assessment.CURRENT);
        if (unplaced > 0) {
            sink.paragraph(Messages.bind(Messages.unplaced, unplaced));
        }
        if (HeatMap.unplaced(register, Assessment.TARGET) < register.getRisks().stream().filter(Assessment::isOpen)
                .count()) {
            sink.chart(Messages.targetAssessment, HeatMap.of(register, Assessment.TARGET,
                    HeatMap.movements(register, Assessment.TARGET, Optional.empty())));
        }
    }
}
