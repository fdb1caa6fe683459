package org.chartroom.ui.forms;

import java.util.Optional;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Artifact;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Opens artifacts in the editors of their types, and the directory of a workspace in its own. */
public final class ArtifactOpening {
    /** Id of the editor for types that name none. */
    public static final String GENERAL_EDITOR = "org.chartroom.ui.artifactEditor";

    /** Id of the editor of the directory; the ids of its pages are the names of the lists they show. */
    public static final String DIRECTORY_EDITOR = "org.chartroom.ui.directoryEditor";

    private ArtifactOpening() {
    }

    /**
     * Opens the directory of a workspace.
     *
     * @param page where to open it
     * @param workspace the workspace
     * @param state the state of the past to show, read-only; empty for the newest one
     * @param list the list of the directory whose page is shown; null for the one that was shown last
     * @return the editor, which has the focus now; empty when the workspace is read-only and has no directory yet
     * @throws PartInitException when the editor can't be opened
     */
    public static Optional<IEditorPart> openDirectory(IWorkbenchPage page, Workspace workspace, Optional<State> state,
            EReference list) throws PartInitException {
        Optional<ArtifactEditorInput> input = ArtifactEditorInput.ofDirectory(workspace, state);
        if (input.isEmpty()) {
            return Optional.empty();
        }
        IEditorPart editor = page.openEditor(input.get(), DIRECTORY_EDITOR);
        if (list != null && editor instanceof ArtifactEditor pages) {
            pages.setActivePage(list.getName());
        }
        return Optional.of(editor);
    }

    /**
     * @param page where to open it
     * @param workspace its workspace
     * @param artifact the artifact
     * @param state the state of the past to show, read-only; empty for the newest one
     * @return the editor, which has the focus now
     * @throws PartInitException when the editor can't be opened
     */
    public static IEditorPart open(IWorkbenchPage page, Workspace workspace, ArtifactInfo artifact,
            Optional<State> state) throws PartInitException {
        return page.openEditor(new ArtifactEditorInput(workspace, artifact, state), editorId(page, artifact.type()));
    }

    /**
     * Opens an artifact that is not committed yet; saving the editor commits it.
     *
     * @param page where to open it
     * @param session the session that has it; closed with the editor
     * @param artifact the artifact
     * @return the editor, which has the focus now
     * @throws PartInitException when the editor can't be opened
     */
    public static IEditorPart open(IWorkbenchPage page, EditSession session, Artifact artifact)
            throws PartInitException {
        return page.openEditor(new ArtifactEditorInput(session, artifact), editorId(page, artifact.eClass()));
    }

    private static String editorId(IWorkbenchPage page, EClass type) {
        return page.getWorkbenchWindow().getService(ArtifactTypes.class).of(type).map(ArtifactType::editorId)
                .filter(id -> !id.isEmpty()).orElse(GENERAL_EDITOR);
    }
}
