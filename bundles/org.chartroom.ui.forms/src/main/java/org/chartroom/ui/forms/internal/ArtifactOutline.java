package org.chartroom.ui.forms.internal;

import java.util.List;

import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.EditingListener;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The artifact and its items; follows the selection of the editor and leads it. */
public final class ArtifactOutline extends ContentOutlinePage implements EditingListener {
    private final ArtifactEditor editor;
    private final ISelectionProvider editorSelection;
    private final ISelectionChangedListener follow = event -> follow(event.getStructuredSelection());
    private boolean following;

    /**
     * @param editor the editor
     * @param editorSelection its selection
     */
    public ArtifactOutline(ArtifactEditor editor, ISelectionProvider editorSelection) {
        this.editor = editor;
        this.editorSelection = editorSelection;
    }

    /** A tree of thousands of items makes its lines only when they are seen. */
    @Override
    protected int getTreeStyle() {
        return SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL | SWT.VIRTUAL;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer tree = getTreeViewer();
        tree.setUseHashlookup(true);
        tree.setContentProvider(new Content());
        tree.setLabelProvider(LabelProvider.createTextProvider(element -> FieldFormat.name((Element) element)));
        tree.setAutoExpandLevel(2);
        show();
        tree.addSelectionChangedListener(event -> {
            if (!following && event.getStructuredSelection().getFirstElement() instanceof Element element) {
                editor.reveal(element, null);
            }
        });
        editorSelection.addSelectionChangedListener(follow);
        editor.editing().addListener(this);
    }

    private void show() {
        getTreeViewer().setInput(List.of(editor.editing().artifact()));
    }

    private void follow(IStructuredSelection selection) {
        following = true;
        getTreeViewer().setSelection(selection, true);
        following = false;
    }

    @Override
    public void changed() {
        if (getControl() != null && !getControl().isDisposed()) {
            following = true;
            getTreeViewer().refresh();
            following = false;
        }
    }

    @Override
    public void reloaded() {
        show();
    }

    @Override
    public void dispose() {
        editorSelection.removeSelectionChangedListener(follow);
        editor.editing().removeListener(this);
        super.dispose();
    }

    /** Artifact, then items. */
    private static final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((EObject) parent).eContents().stream().filter(Item.class::isInstance).toArray();
        }

        @Override
        public Object getParent(Object element) {
            return element instanceof Item item ? item.eContainer() : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !(element instanceof Item);
        }
    }
}
