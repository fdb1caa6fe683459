package org.chartroom.variance.ui;

import org.chartroom.model.variance.VarianceLine;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.QuadrantView;
import org.chartroom.variance.report.Performance;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;

/** Cost against schedule performance of every line; a click on a point shows its line. */
final class QuadrantPage extends ArtifactPage {
    static final String ID = "quadrant";

    private final VarianceEditor editor;
    private QuadrantView chart;
    private Label note;

    QuadrantPage(VarianceEditor editor) {
        super(editor, ID, Messages.quadrant);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.quadrant);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 10).applyTo(body);
        chart = new QuadrantView(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(480, 380).applyTo(chart);
        chart.onChoice(spot -> {
            if (spot.subject() instanceof VarianceLine line) {
                editor.showLine(line);
            }
        });
        note = managedForm.getToolkit().createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(480, SWT.DEFAULT).applyTo(note);
    }

    @Override
    public void changed() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        Performance.of(editor.report()).ifPresentOrElse(chart::show, () -> chart.showEmpty(Messages.quadrantEmpty));
        int missing = Performance.missing(editor.report());
        note.setText(missing == 0
                ? Messages.quadrantNote
                : Messages.quadrantNote + " " + Messages.bind(Messages.quadrantMissing, missing));
        note.requestLayout();
    }
}
