package org.chartroom.vendor.ui;

import java.text.NumberFormat;
import java.util.List;

import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.ui.forms.StandingsPage;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.vendor.report.Standing;
import org.chartroom.vendor.report.VendorCharts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;

/** All vendors of the workspace by their scores. */
final class RankingPage extends StandingsPage<Standing> {
    static final String ID = "ranking";

    private ChartView chart;
    private TableViewer table;
    private List<Standing> ranked = List.of();

    RankingPage(VendorEditor editor) {
        super(editor, ID, Messages.ranking, artifact -> Standing.of((VendorScorecard) artifact));
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.ranking);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 10).applyTo(body);
        chart = new ChartView(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(520, 220).applyTo(chart);
        table = createTable(body);
        column(Messages.rank, 60, SWT.RIGHT, standing -> String.valueOf(VendorCharts.rank(standing, ranked)));
        column(Messages.vendor, 260, SWT.LEFT, Standing::vendor);
        column(Messages.key, 90, SWT.LEFT, Standing::key);
        column(Messages.score, 80, SWT.RIGHT, standing -> NumberFormat.getNumberInstance().format(standing.score()));
        column(Messages.grade, 70, SWT.LEFT, standing -> VendorCharts.label(standing.grade()));
        column(Messages.trend, 90, SWT.RIGHT, standing -> Standing.signed(standing.trend()));
        column(Messages.breachesShort, 90, SWT.RIGHT, standing -> String.valueOf(standing.breaches()));
        filler();
        openOnDoubleClick(Standing::id);
        managedForm.getToolkit().createLabel(body, Messages.rankingNote);
    }

    @Override
    protected void show(List<Standing> standings) {
        ranked = VendorCharts.ranked(standings);
        table.setInput(ranked);
        if (ranked.isEmpty()) {
            chart.showEmpty(Messages.noRanking);
        } else {
            chart.show(VendorCharts.ranking(ranked));
        }
    }
}
