package org.chartroom.variance.report;

import org.chartroom.model.variance.VarianceReport;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** Capital and operating expenditure. */
public final class CostSplitSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        CostSplit.of((VarianceReport) context.artifact()).ifPresent(chart -> sink.chart(Messages.splitTitle, chart));
    }
}
