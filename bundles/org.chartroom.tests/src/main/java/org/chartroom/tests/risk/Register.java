package org.chartroom.tests.risk;

import java.util.List;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.model.Subject;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.tests.driver.GridDriver;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * The sample's risk register in its editor.
 */
final class Register {
    private static final String KEY = "RSK-001";
    private static final String EDITOR = "org.chartroom.risk.editor";
    private static final String FEATURE = "org.chartroom.feature";

    private final UiDriver driver;
    private final SampleWorkspace sample;
    private ArtifactEditor editor;

    Register(UiDriver driver) {
        this.driver = driver;
        this.sample = new SampleWorkspace(driver);
    }

    void reset() {
        sample.fill();
    }

    /** Opens the editor, or brings it to the front, on a page. */
    Register open(String page) {
        ArtifactInfo register = sample.workspace().find(KEY).orElseThrow();
        editor = (ArtifactEditor) driver.inUi(
                () -> driver.page().openEditor(new ArtifactEditorInput(sample.workspace(), register), EDITOR));
        driver.doInUi(() -> editor.setActivePage(page));
        driver.waitUntil("the window takes keys", () -> editor.getSite().getShell() == editor.getSite().getShell()
                .getDisplay().getActiveShell());
        return this;
    }

    ArtifactEditor editor() {
        return editor;
    }

    RiskRegister model() {
        return (RiskRegister) editor.editing().artifact();
    }

    List<String> keys() {
        return driver.inUi(() -> model().getRisks().stream().map(Subject::getKey).toList());
    }

    Risk risk(String key) {
        return driver.inUi(() -> model().getRisks().stream().filter(risk -> key.equals(risk.getKey())).findFirst()
                .orElseThrow());
    }

    /** Gives the widget of a field on the page that is shown. */
    Control field(String feature) {
        return driver.find(Control.class, "the field " + feature,
                control -> feature.equals(control.getData(FEATURE)) && control.isVisible());
    }

    GridDriver grid() {
        return new GridDriver(driver, driver.find(NatTable.class, "the grid of the risks", NatTable::isVisible));
    }

    void awaitCount(String text) {
        driver.waitUntil("the page says " + text, () -> driver.all(Label.class).stream()
                .anyMatch(label -> label.isVisible() && text.equals(label.getText())));
    }
}
