package org.chartroom.tests.driver;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.model.Artifact;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** An artifact of the sample portfolio and its editor, for tests that work with them as a user does. */
public class ArtifactDriver {
    private static final String FEATURE = "org.chartroom.feature";

    private final UiDriver driver;
    private final SampleWorkspace sample;
    private final String key;
    private final String editorId;
    private ArtifactEditor editor;

    /**
     * @param driver reaches the workbench
     * @param key key of the artifact
     * @param editorId id of its editor
     */
    public ArtifactDriver(UiDriver driver, String key, String editorId) {
        this.driver = driver;
        this.sample = new SampleWorkspace(driver);
        this.key = key;
        this.editorId = editorId;
    }

    /** Leaves the sample portfolio in the workspace, as it comes, and closes all editors. */
    public final void reset() {
        sample.fill();
    }

    /**
     * Opens the editor, or brings it to the front, on a page.
     *
     * @param page id of the page
     */
    public final void open(String page) {
        ArtifactInfo artifact = sample.workspace().find(key).orElseThrow();
        editor = (ArtifactEditor) driver.inUi(
                () -> driver.page().openEditor(new ArtifactEditorInput(sample.workspace(), artifact), editorId));
        driver.doInUi(() -> editor.setActivePage(page));
        driver.waitUntil("the window takes keys", () -> editor.getSite().getShell() == editor.getSite().getShell()
                .getDisplay().getActiveShell());
    }

    /** @return the editor that was opened last */
    public final ArtifactEditor editor() {
        return editor;
    }

    /** @return the artifact as the editor has it */
    public final Artifact artifact() {
        return editor.editing().artifact();
    }

    /**
     * @param feature name of a feature
     * @return the widget of its field on the page that is shown
     */
    public final Control field(String feature) {
        return driver.find(Control.class, "the field " + feature,
                control -> feature.equals(control.getData(FEATURE)) && control.isVisible());
    }

    /**
     * Types a text into a field and leaves it with Enter.
     *
     * @param feature name of a feature
     * @param text the text
     */
    public final void enter(String feature, String text) {
        driver.replace(field(feature), text);
        driver.press(SWT.CR);
    }

    /** @return the first grid on the page that is shown */
    public final GridDriver grid() {
        return new GridDriver(driver, driver.find(NatTable.class, "the grid of " + key, NatTable::isVisible));
    }

    /**
     * Waits until a label says something.
     *
     * @param text the text
     */
    public final void awaitLabel(String text) {
        driver.waitUntil("the page says " + text, () -> driver.all(Label.class).stream()
                .anyMatch(label -> label.isVisible() && text.equals(label.getText())));
    }
}
