package org.chartroom.charter.report;

import org.chartroom.model.charter.Charter;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** The milestones on a line of time. */
public final class MilestonesSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        MilestoneTimeline.of((Charter) context.artifact(), context.time())
                .ifPresent(chart -> sink.chart(Messages.milestonesTitle, chart));
    }
}
