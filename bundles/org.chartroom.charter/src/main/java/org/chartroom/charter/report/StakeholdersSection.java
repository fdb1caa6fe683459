package org.chartroom.charter.report;

import org.chartroom.chart.Placement;
import org.chartroom.model.charter.Charter;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** The stakeholders on a map of power and interest. */
public final class StakeholdersSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        Charter charter = (Charter) context.artifact();
        Placement map = StakeholderMap.of(charter);
        if (map.spots().isEmpty()) {
            return;
        }
        sink.chart(Messages.mapTitle, map);
        sink.paragraph(Messages.mapLegend);
        int missing = charter.getStakeholders().size() - map.spots().size();
        if (missing > 0) {
            sink.paragraph(Messages.bind(Messages.notPlaced, missing));
        }
    }
}
