package org.chartroom.charter.report;

import org.chartroom.model.charter.Charter;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** Benefits and costs over the years, and when they come back. */
public final class BusinessCaseSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        Charter charter = (Charter) context.artifact();
        CashFlow.years(charter).ifPresent(chart -> sink.chart(Messages.cashFlow, chart));
        CashFlow.net(charter).ifPresent(chart -> sink.chart(Messages.netTitle, chart));
    }
}
