package org.chartroom.variance.ui;

import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.ui.PartInitException;

/** The editor of a budget variance report. */
public final class VarianceEditor extends ArtifactEditor {
    /** Id of the editor. */
    public static final String ID = "org.chartroom.variance.editor";

    private LinesPage lines;

    @Override
    protected void addArtifactPages() throws PartInitException {
        lines = new LinesPage(this);
        addPage(new OverviewPage(this));
        addPage(lines);
        addPage(new CurvePage(this));
        addPage(new QuadrantPage(this));
        addPage(new WaterfallPage(this));
        addPage(new SplitPage(this));
    }

    VarianceReport report() {
        return (VarianceReport) editing().artifact();
    }

    /** Shows a line on the page of the lines. */
    void showLine(VarianceLine line) {
        setActivePage(LinesPage.ID);
        lines.reveal(line, null);
    }
}
