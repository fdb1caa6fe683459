package org.chartroom.variance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.model.variance.EacMethod;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;

/** The S-curve with what the four methods estimate. */
public final class CurveSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        VarianceReport report = (VarianceReport) context.artifact();
        CostCurve.of(report).ifPresent(chart -> {
            ReportFigures figures = ReportFigures.of(report);
            sink.chart(Messages.curveTitle, chart);
            sink.paragraph(Messages.bind(Messages.curveNote, new Object[]{Amounts.ratio(figures.earnedSchedule(null)),
                    Amounts.ratio(Optional.of(figures.actualTime())), Amounts.ratio(figures.timeIndex(null))}));
            EarnedValue total = figures.total();
            int digits = ReportFigures.digits(report);
            List<List<String>> rows = new ArrayList<>();
            for (EacMethod method : EacMethod.VALUES) {
                rows.add(List.of((method == report.getEacMethod() ? "\u2713 " : "") + CostCurve.label(method),
                        Amounts.whole(total.estimateAtCompletion(method, digits)),
                        total.varianceAtCompletion(method, digits).map(Amounts::signed)
                                .orElse(Messages.notAvailable)));
            }
            sink.table(List.of(Messages.method, Messages.estimate, Messages.varianceAtCompletion), rows);
        });
    }
}
