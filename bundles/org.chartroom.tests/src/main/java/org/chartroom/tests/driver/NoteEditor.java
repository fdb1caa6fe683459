package org.chartroom.tests.driver;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.part.EditorPart;

/**
 * The simplest editor there is: a text that is dirty once it was changed, and clean after it was saved.
 */
public final class NoteEditor extends EditorPart {
    /** Id of the editor. */
    public static final String ID = "org.chartroom.tests.note";

    private Text text;
    private boolean dirty;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        text = new Text(parent, SWT.MULTI | SWT.WRAP);
        text.setText("A note");
        text.addModifyListener(event -> setDirty(true));
    }

    /**
     * Gives the widget of the text.
     *
     * @return the widget
     */
    public Text text() {
        return text;
    }

    private void setDirty(boolean now) {
        dirty = now;
        firePropertyChange(PROP_DIRTY);
    }

    @Override
    public void setFocus() {
        text.setFocus();
    }

    @Override
    public boolean isDirty() {
        return dirty;
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        setDirty(false);
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("A note is kept nowhere");
    }
}
