package org.chartroom.variance.report;

import org.chartroom.model.variance.VarianceReport;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** Cost against schedule performance. */
public final class PerformanceSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        VarianceReport report = (VarianceReport) context.artifact();
        Performance.of(report).ifPresent(chart -> {
            sink.chart(Messages.performanceTitle, chart);
            int missing = Performance.missing(report);
            if (missing > 0) {
                sink.paragraph(Messages.bind(Messages.quadrantMissing, missing));
            }
        });
    }
}
