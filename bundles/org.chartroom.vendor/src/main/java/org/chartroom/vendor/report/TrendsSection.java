package org.chartroom.vendor.report;

import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** The score and each metric over time. */
public final class TrendsSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        VendorScorecard scorecard = (VendorScorecard) context.artifact();
        VendorCharts.scores(scorecard).ifPresent(chart -> sink.chart(Messages.score, chart));
        for (Metric metric : scorecard.getMetrics()) {
            VendorCharts.metric(scorecard, metric).ifPresent(chart -> sink.chart(ValueTexts.name(metric), chart));
        }
    }
}
