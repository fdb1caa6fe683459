package org.chartroom.vendor.report;

import java.text.NumberFormat;
import java.util.List;

import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** Where a vendor stands among all that have a scorecard. */
public final class RankingSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        VendorScorecard scorecard = (VendorScorecard) context.artifact();
        List<Standing> ranked = VendorCharts.ranked(Standing.all(scorecard));
        if (ranked.size() < 2) {
            return;
        }
        sink.chart(Messages.scoreAxis, VendorCharts.ranking(ranked));
        sink.table(List.of(Messages.vendor, Messages.key, Messages.score, Messages.trend, Messages.breaches),
                ranked.stream().map(standing -> List.of(standing.vendor(), standing.key(),
                        NumberFormat.getNumberInstance().format(standing.score()), Standing.signed(standing.trend()),
                        String.valueOf(standing.breaches()))).toList());
    }
}
