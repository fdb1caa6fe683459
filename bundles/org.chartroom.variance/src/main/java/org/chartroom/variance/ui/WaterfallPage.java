package org.chartroom.variance.ui;

import java.util.Optional;

import org.chartroom.chart.Waterfall;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.variance.report.PlanToActual;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** What leads from planned to actual cost, by line, category, cause or owner. */
final class WaterfallPage extends ArtifactPage {
    static final String ID = "waterfall";

    private final VarianceEditor editor;
    private ChartView chart;
    private Combo by;
    private Label note;

    WaterfallPage(VarianceEditor editor) {
        super(editor, ID, Messages.waterfall);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.waterfall);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(14, 10).spacing(10, 10).applyTo(body);
        toolkit.createLabel(body, Messages.by);
        by = new Combo(body, SWT.READ_ONLY);
        PlanToActual.GROUPINGS.forEach(grouping -> by.add(grouping.label()));
        by.select(0);
        by.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        note = toolkit.createLabel(body, "");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).indent(14, 0).applyTo(note);
        chart = new ChartView(body);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(520, 360).applyTo(chart);
    }

    @Override
    public void changed() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        VarianceReport report = editor.report();
        Optional<Waterfall> steps = PlanToActual.of(report,
                PlanToActual.GROUPINGS.get(Math.max(0, by.getSelectionIndex())));
        steps.ifPresentOrElse(chart::show, () -> chart.showEmpty(Messages.waterfallEmpty));
        note.setText(steps.isEmpty() ? "" : PlanToActual.note(report));
        note.requestLayout();
    }
}
