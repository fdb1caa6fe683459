package org.chartroom.tests.internal;

import org.chartroom.tests.driver.NoteEditor;
import org.chartroom.tests.driver.NoteInput;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;

/**
 * What the start-stop test does in each workbench it starts: open an editor, see it, change nothing.
 */
final class OpenAndClose {
    private final UiDriver driver;

    OpenAndClose(UiDriver driver) {
        this.driver = driver;
    }

    void run() {
        IEditorPart editor = driver.inUi(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage()
                .openEditor(new NoteInput("start"), NoteEditor.ID));
        driver.waitUntil("the editor is active", () -> PlatformUI.getWorkbench().getActiveWorkbenchWindow()
                .getActivePage().getActiveEditor() == editor);
        driver.waitUntil("the editor is painted", () -> driver.isVisible(((NoteEditor) editor).text()));
    }
}
