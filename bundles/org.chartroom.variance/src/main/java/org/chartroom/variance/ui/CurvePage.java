package org.chartroom.variance.ui;

import java.util.Optional;

import org.chartroom.chart.TimeCurves;
import org.chartroom.model.variance.EacMethod;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;
import org.chartroom.variance.report.Amounts;
import org.chartroom.variance.report.CostCurve;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** Planned, earned and actual money over time, and where the four estimates lead. */
final class CurvePage extends ArtifactPage {
    static final String ID = "curve";

    private final VarianceEditor editor;
    private ChartView chart;
    private Table estimates;
    private Label note;

    CurvePage(VarianceEditor editor) {
        super(editor, ID, Messages.curve);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.curve);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 10).spacing(16, 10).applyTo(body);
        chart = new ChartView(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(520, 360).applyTo(chart);
        Section section = toolkit.createSection(body, ExpandableComposite.TITLE_BAR);
        section.setText(Messages.estimates);
        GridDataFactory.fillDefaults().hint(510, SWT.DEFAULT).align(SWT.FILL, SWT.BEGINNING).applyTo(section);
        estimates = toolkit.createTable(section, SWT.FULL_SELECTION);
        estimates.setHeaderVisible(true);
        column("", 28, SWT.CENTER);
        column(Messages.method, 220, SWT.LEFT);
        column(Messages.estimate, 118, SWT.RIGHT);
        column(Messages.varianceAtCompletion, 118, SWT.RIGHT);
        section.setClient(estimates);
        note = toolkit.createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(480, SWT.DEFAULT).applyTo(note);
    }

    private void column(String text, int width, int style) {
        TableColumn column = new TableColumn(estimates, style);
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
        EarnedValue total = figures.total();
        showEstimates(report, total);
        Optional<TimeCurves> curve = CostCurve.of(report);
        if (curve.isEmpty()) {
            chart.showEmpty(Messages.curveEmpty);
            note.setText("");
            return;
        }
        chart.show(curve.get());
        note.setText(Messages.bind(Messages.curveNote, new Object[]{Amounts.ratio(figures.earnedSchedule(null)),
                Amounts.ratio(Optional.of(figures.actualTime())), Amounts.ratio(figures.timeIndex(null))}));
        note.requestLayout();
    }

    private void showEstimates(VarianceReport report, EarnedValue total) {
        estimates.removeAll();
        for (EacMethod method : EacMethod.VALUES) {
            int digits = ReportFigures.digits(report);
            new TableItem(estimates, SWT.NONE).setText(new String[]{
                    method == report.getEacMethod() ? Messages.chosen : "", CostCurve.label(method),
                    Amounts.whole(total.estimateAtCompletion(method, digits)),
                    total.varianceAtCompletion(method, digits).map(Amounts::signed).orElse(Messages.notAvailable)});
        }
    }
}
