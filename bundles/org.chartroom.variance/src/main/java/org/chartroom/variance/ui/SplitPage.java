package org.chartroom.variance.ui;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;

import org.chartroom.model.variance.Expenditure;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;
import org.chartroom.variance.report.Amounts;
import org.chartroom.variance.report.CostSplit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** How much of plan, work, cost and budget is invested and how much is used up. */
final class SplitPage extends ArtifactPage {
    static final String ID = "split";
    private static final int SHARE_DIGITS = 4;

    private final VarianceEditor editor;
    private ChartView chart;
    private Table table;

    SplitPage(VarianceEditor editor) {
        super(editor, ID, Messages.split);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.split);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 10).applyTo(body);
        chart = new ChartView(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(520, 320).applyTo(chart);
        table = toolkit.createTable(body, SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        column(Messages.kind, 110, SWT.LEFT);
        for (String title : List.of(Messages.planned, Messages.earned, Messages.actual, Messages.variance,
                Messages.budget, Messages.share)) {
            column(title, 130, SWT.RIGHT);
        }
        // GTK stretches the last column; an empty one takes that.
        column("", 20, SWT.LEFT);
        GridDataFactory.fillDefaults().grab(true, false).hint(520, 5 * table.getItemHeight()
                + table.getHeaderHeight()).applyTo(table);
    }

    private void column(String text, int width, int style) {
        TableColumn column = new TableColumn(table, style);
        column.setText(text);
        column.setWidth(width);
    }

    @Override
    public void changed() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        VarianceReport report = editor.report();
        ReportFigures figures = ReportFigures.of(report);
        Map<Expenditure, EarnedValue> split = CostSplit.figures(report);
        EarnedValue total = figures.total();
        CostSplit.of(report).ifPresentOrElse(chart::show, () -> chart.showEmpty(Messages.splitEmpty));
        table.removeAll();
        row(Messages.capEx, split.get(Expenditure.CAP_EX), total);
        row(Messages.opEx, split.get(Expenditure.OP_EX), total);
        if (figures.undistributed().signum() != 0) {
            row(Messages.undistributed, EarnedValue.budget(figures.undistributed()), total);
        }
        row(Messages.total, total, total);
    }

    private void row(String label, EarnedValue figures, EarnedValue total) {
        String share = total.bac().signum() == 0
                ? Messages.notAvailable
                : NumberFormat.getPercentInstance().format(figures.bac().divide(total.bac(), SHARE_DIGITS,
                        RoundingMode.HALF_UP));
        new TableItem(table, SWT.NONE).setText(new String[]{label, Amounts.whole(figures.pv()),
                Amounts.whole(figures.ev()), Amounts.whole(figures.ac()),
                figures.isActualKnown() ? Amounts.signed(figures.budgetVariance()) : Messages.notAvailable,
                Amounts.whole(figures.bac()), share});
    }
}
