package org.chartroom.tests.driver;

import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Event;

/** The pages of an editor by their tabs, for tests that go through all of them. On the user interface thread only. */
public final class EditorPages {
    private EditorPages() {
    }

    private static CTabFolder tabs(ArtifactEditor editor) {
        return (CTabFolder) editor.getActivePageInstance().getPartControl().getParent();
    }

    /**
     * @param editor an editor
     * @return how many pages it has
     */
    public static int count(ArtifactEditor editor) {
        return tabs(editor).getItemCount();
    }

    /**
     * Chooses the tab of a page.
     *
     * @param editor an editor
     * @param page number of the page, from 0
     */
    public static void show(ArtifactEditor editor, int page) {
        CTabFolder tabs = tabs(editor);
        tabs.setSelection(page);
        Event event = new Event();
        event.item = tabs.getItem(page);
        tabs.notifyListeners(SWT.Selection, event);
    }
}
