package org.chartroom.change.ui;

import org.chartroom.change.report.Schedule;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.ChartView;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;

/** The planned windows of open changes, with those that get into each other's way. */
final class SchedulePage extends ArtifactPage {
    static final String ID = "schedule";

    private final ChangeEditor editor;
    private ChartView chart;

    SchedulePage(ChangeEditor editor) {
        super(editor, ID, Messages.schedule);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.schedule);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 10).applyTo(body);
        chart = new ChartView(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(520, 340).applyTo(chart);
        Label hint = managedForm.getToolkit().createLabel(body, Messages.scheduleHint, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(480, SWT.DEFAULT).applyTo(hint);
    }

    @Override
    public void changed() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        Schedule.of(editor.log(), Evaluation.of(editor.log()).now()).ifPresentOrElse(chart::show,
                () -> chart.showEmpty(Messages.scheduleEmpty));
    }
}
