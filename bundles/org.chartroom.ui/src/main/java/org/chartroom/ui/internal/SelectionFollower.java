package org.chartroom.ui.internal;

import java.util.function.BiConsumer;

import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/** Keeps a view on the element that is selected in the active editor, or on its artifact or the directory when none is. */
public final class SelectionFollower implements ISelectionListener, IPartListener2 {
    private final IWorkbenchPage page;
    private final BiConsumer<ArtifactEditing, Element> show;
    private Element followed;

    /**
     * @param page the page of the view
     * @param show takes the artifact at hand and the element; both are null when no artifact is open
     */
    public SelectionFollower(IWorkbenchPage page, BiConsumer<ArtifactEditing, Element> show) {
        this.page = page;
        this.show = show;
    }

    /**
     * @param page the page of the view
     * @param show turns the view to an artifact and an element of it; to null and null where there is none, or the directory
     *        is edited
     * @return a follower for a view that has nothing to show of the directory
     */
    public static SelectionFollower ofArtifacts(IWorkbenchPage page, BiConsumer<ArtifactEditing, Element> show) {
        return new SelectionFollower(page, (editing, element) -> {
            boolean artifact = editing != null && editing.root() instanceof Artifact;
            show.accept(artifact ? editing : null, artifact ? element : null);
        });
    }

    /** Follows from now on. */
    public void start() {
        page.addSelectionListener(this);
        page.addPartListener(this);
        // The editor's own: that of the page is the one of the part that has the focus.
        selectionChanged(null, page.getActiveEditor() instanceof ArtifactEditor editor
                ? editor.getSite().getSelectionProvider().getSelection()
                : null);
    }

    /** Follows no more. */
    public void stop() {
        page.removeSelectionListener(this);
        page.removePartListener(this);
    }

    /** Nothing is selected when the last editor goes, so that nobody would be told. */
    @Override
    public void partClosed(IWorkbenchPartReference part) {
        follow(null);
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        follow(selection instanceof IStructuredSelection some ? some.getFirstElement() : null);
    }

    private void follow(Object selected) {
        if (!(page.getActiveEditor() instanceof ArtifactEditor editor)) {
            turnTo(null, null);
            return;
        }
        ArtifactEditing editing = editor.editing();
        boolean ours = isIn(editing, selected);
        if (ours || !isIn(editing, followed)) {
            turnTo(editing, ours ? (Element) selected : editing.root());
        }
        // Else something else was selected, for example an artifact to be linked: the view stays where it is.
    }

    private static boolean isIn(ArtifactEditing editing, Object selected) {
        return selected instanceof Element element && EcoreUtil.getRootContainer(element) == editing.root();
    }

    private void turnTo(ArtifactEditing editing, Element element) {
        followed = element;
        show.accept(editing, element);
    }
}
