package org.chartroom.variance.report;

import org.chartroom.model.variance.VarianceReport;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** What leads from planned to actual cost, by line and by cause. */
public final class PlanToActualSection implements ReportSection {
    private static final int BY_LINE = 0;
    private static final int BY_CAUSE = 2;

    @Override
    public void write(ReportContext context, ReportSink sink) {
        VarianceReport report = (VarianceReport) context.artifact();
        for (int index : new int[]{BY_LINE, BY_CAUSE}) {
            PlanToActual.Grouping grouping = PlanToActual.GROUPINGS.get(index);
            PlanToActual.of(report, grouping).ifPresent(chart -> {
                if (index == BY_LINE) {
                    sink.paragraph(PlanToActual.note(report));
                }
                sink.chart(Messages.bind(Messages.waterfallTitle, grouping.label()), chart);
            });
        }
    }
}
