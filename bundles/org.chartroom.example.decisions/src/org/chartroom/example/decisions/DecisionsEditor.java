package org.chartroom.example.decisions;

import org.chartroom.ui.forms.general.GeneralEditor;
import org.eclipse.ui.PartInitException;

/** The general editor, with a page for what is still to be decided. */
public final class DecisionsEditor extends GeneralEditor {
    @Override
    protected void addArtifactPages() throws PartInitException {
        super.addArtifactPages();
        addPage(new WaitingPage(this));
    }
}
