package org.chartroom.variance.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.chartroom.model.variance.Expenditure;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.SplitBars;
import org.chartroom.ui.forms.chart.SplitBars.Part;
import org.chartroom.ui.forms.chart.Tone;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;
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
    private SplitBars chart;
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
        chart = new SplitBars(body);
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
        Map<Expenditure, EarnedValue> split = new EnumMap<>(Expenditure.class);
        for (Expenditure kind : Expenditure.VALUES) {
            split.put(kind, EarnedValue.ZERO);
        }
        for (VarianceLine line : report.getLines()) {
            split.merge(line.getExpenditure(), figures.contribution(line), EarnedValue::plus);
        }
        EarnedValue total = figures.total();
        if (total.bac().signum() == 0 && total.ac().signum() == 0) {
            chart.showEmpty(Messages.splitEmpty);
        } else {
            chart.show(parts(split), Messages.bind(Messages.amount, report.getCurrency()), false);
        }
        table.removeAll();
        row(Messages.capEx, split.get(Expenditure.CAP_EX), total);
        row(Messages.opEx, split.get(Expenditure.OP_EX), total);
        if (figures.undistributed().signum() != 0) {
            row(Messages.undistributed, new EarnedValue(figures.undistributed(), BigDecimal.ZERO, BigDecimal.ZERO,
                    BigDecimal.ZERO, BigDecimal.ZERO), total);
        }
        row(Messages.total, total, total);
    }

    private static List<Part> parts(Map<Expenditure, EarnedValue> split) {
        List<Part> parts = new ArrayList<>();
        split.forEach((kind, figures) -> {
            String label = kind == Expenditure.CAP_EX ? Messages.capEx : Messages.opEx;
            Tone tone = kind == Expenditure.CAP_EX ? Tone.PLAN : Tone.WATCH;
            parts.add(new Part(Messages.planned, label, tone, figures.pv()));
            parts.add(new Part(Messages.earned, label, tone, figures.ev()));
            parts.add(new Part(Messages.actual, label, tone, figures.ac()));
            parts.add(new Part(Messages.budget, label, tone, figures.bac()));
        });
        return parts;
    }

    private void row(String label, EarnedValue figures, EarnedValue total) {
        String share = total.bac().signum() == 0
                ? Messages.notAvailable
                : NumberFormat.getPercentInstance().format(figures.bac().divide(total.bac(), SHARE_DIGITS,
                        RoundingMode.HALF_UP));
        new TableItem(table, SWT.NONE).setText(new String[]{label, Amounts.whole(figures.pv()),
                Amounts.whole(figures.ev()), Amounts.whole(figures.ac()), Amounts.signed(figures.budgetVariance()),
                Amounts.whole(figures.bac()), share});
    }
}
