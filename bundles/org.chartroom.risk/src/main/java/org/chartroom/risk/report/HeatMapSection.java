package org.chartroom.risk.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.chartroom.chart.Matrix.Movement;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;
import org.chartroom.risk.PastAssessments;

/**
 * The open risks of a register on its matrix: as they would be without treatment, as they are assessed now, as they are to
 * become, and how they moved since the baseline that movement is measured from.
 */
public final class HeatMapSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        RiskRegister register = (RiskRegister) context.artifact();
        if (register.getRisks().stream().noneMatch(Assessment::isOpen)) {
            return;
        }
        sink.paragraph(Messages.heatMapNote);
        if (!register.getCategoryAppetites().isEmpty()) {
            sink.paragraph(Messages.bind(Messages.categoryAppetites, register.getCategoryAppetites().stream()
                    .filter(own -> own.getCategory() != null)
                    .map(own -> own.getCategory() + " " + HeatMap.label(own.getLevel()))
                    .collect(Collectors.joining(", "))));
        }
        if (isAssessed(register, Assessment.INHERENT)) {
            sink.chart(Messages.inherentAssessment,
                    HeatMap.of(register, Assessment.INHERENT, Optional.empty(), List.of()));
        }
        sink.chart(Messages.currentAssessment, HeatMap.of(register, Assessment.CURRENT, Optional.empty(), List.of()));
        int unplaced = HeatMap.unplaced(register, Assessment.CURRENT, Optional.empty());
        if (unplaced > 0) {
            sink.paragraph(Messages.bind(Messages.unplaced, unplaced));
        }
        if (isAssessed(register, Assessment.TARGET)) {
            sink.chart(Messages.targetAssessment, HeatMap.of(register, Assessment.TARGET, Optional.empty(),
                    HeatMap.movements(register, Assessment.TARGET, Optional.empty(), Optional.empty())));
        }
        PastAssessments.of(register).ifPresent(past -> writeMovement(register, past, sink));
    }

    private static boolean isAssessed(RiskRegister register, Assessment assessment) {
        return HeatMap.unplaced(register, assessment, Optional.empty()) < register.getRisks().stream()
                .filter(Assessment::isOpen).count();
    }

    private static void writeMovement(RiskRegister register, PastAssessments past, ReportSink sink) {
        List<Movement> movements = HeatMap.movements(register, Assessment.CURRENT, Optional.empty(),
                Optional.of(past.places(register)));
        if (movements.isEmpty()) {
            sink.paragraph(Messages.bind(Messages.noMovement, past.baseline()));
        } else {
            sink.chart(Messages.bind(Messages.movementSince, past.baseline()),
                    HeatMap.of(register, Assessment.CURRENT, Optional.empty(), movements));
        }
    }
}
