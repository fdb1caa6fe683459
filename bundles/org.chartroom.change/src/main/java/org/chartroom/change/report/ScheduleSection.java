package org.chartroom.change.report;

import org.chartroom.model.change.ChangeLog;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** The planned windows of open changes. */
public final class ScheduleSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        Schedule.of((ChangeLog) context.artifact(), context.time()).ifPresent(chart -> {
            sink.chart(Messages.windows, chart);
            sink.paragraph(Messages.scheduleNote);
        });
    }
}
