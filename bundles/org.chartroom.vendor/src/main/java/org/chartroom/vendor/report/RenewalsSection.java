package org.chartroom.vendor.report;

import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** When notice can be given to the vendors of the workspace, on a calendar. */
public final class RenewalsSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        VendorCharts.renewals(Standing.all((VendorScorecard) context.artifact()), context.day())
                .ifPresent(calendar -> sink.chart(Messages.renewals, calendar));
    }
}
