package org.chartroom.tests.variance;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.tests.driver.GridDriver;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Control;

/**
 * The sample's variance report in its editor.
 */
final class Report {
    private static final String KEY = "VAR-001";
    private static final String EDITOR = "org.chartroom.variance.editor";
    private static final String FEATURE = "org.chartroom.feature";

    private final UiDriver driver;
    private final SampleWorkspace sample;
    private ArtifactEditor editor;

    Report(UiDriver driver) {
        this.driver = driver;
        this.sample = new SampleWorkspace(driver);
    }

    void reset() {
        sample.fill();
    }

    /** Opens the editor, or brings it to the front, on a page. */
    Report open(String page) {
        ArtifactInfo report = sample.workspace().find(KEY).orElseThrow();
        editor = (ArtifactEditor) driver.inUi(
                () -> driver.page().openEditor(new ArtifactEditorInput(sample.workspace(), report), EDITOR));
        driver.doInUi(() -> editor.setActivePage(page));
        driver.waitUntil("the window takes keys", () -> editor.getSite().getShell() == editor.getSite().getShell()
                .getDisplay().getActiveShell());
        return this;
    }

    ArtifactEditor editor() {
        return editor;
    }

    VarianceReport model() {
        return (VarianceReport) editor.editing().artifact();
    }

    VarianceLine line(String code) {
        return driver.inUi(() -> model().getLines().stream().filter(line -> code.equals(line.getCode())).findFirst()
                .orElseThrow());
    }

    /** Gives the widget of a field on the page that is shown. */
    Control field(String feature) {
        return driver.find(Control.class, "the field " + feature,
                control -> feature.equals(control.getData(FEATURE)) && control.isVisible());
    }

    GridDriver grid() {
        return new GridDriver(driver, driver.find(NatTable.class, "the grid of the lines",
                table -> table.isVisible() && table.getColumnCount() > 6));
    }
}
