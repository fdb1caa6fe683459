package org.chartroom.tests.internal;

import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.ui.IEditorPart;

/**
 * What the start-stop test does in each workbench it starts: see the risk register that the command line named, with
 * all its risks, and change nothing.
 */
final class OpenAndClose {
    private final UiDriver driver;

    OpenAndClose(UiDriver driver) {
        this.driver = driver;
    }

    void run() {
        driver.waitUntil("the editor is active", () -> driver.page().getActiveEditor() instanceof ArtifactEditor);
        NatTable grid = driver.find(NatTable.class, "the grid of the risks", NatTable::isVisible);
        driver.waitUntil("the grid has rows", () -> grid.getRowCount() > 2);
        IEditorPart editor = driver.page().getActiveEditor();
        if (driver.inUi(editor::isDirty)) {
            throw new AssertionError("Looking at an editor has changed its artifact");
        }
    }
}
