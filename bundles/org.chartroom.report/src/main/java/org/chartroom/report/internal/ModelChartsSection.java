package org.chartroom.report.internal;

import org.chartroom.chart.ModelCharts;
import org.chartroom.core.type.ModelChart;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** The charts that the model of the artifact says in annotations. */
public final class ModelChartsSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        for (ModelChart chart : ModelChart.of(context.artifact().eClass())) {
            ModelCharts.of(chart, context.artifact(), context.evaluation())
                    .ifPresent(picture -> sink.chart(chart.title(), picture));
        }
    }
}
