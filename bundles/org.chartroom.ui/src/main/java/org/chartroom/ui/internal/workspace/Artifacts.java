package org.chartroom.ui.internal.workspace;

import java.util.Optional;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Artifact;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Making and opening artifacts in the workbench. */
public final class Artifacts {
    /** Id of the editor for types that name none. */
    public static final String GENERAL_EDITOR = "org.chartroom.ui.artifactEditor";

    private Artifacts() {
    }

    /**
     * @param page where to open it
     * @param workspace its workspace
     * @param artifact the artifact
     * @return the editor, which has the focus now
     * @throws PartInitException when the editor can't be opened
     */
    public static IEditorPart open(IWorkbenchPage page, Workspace workspace, ArtifactInfo artifact)
            throws PartInitException {
        return open(page, workspace, artifact, Optional.empty());
    }

    /**
     * Opens an artifact as it was, read-only.
     *
     * @param page where to open it
     * @param workspace its workspace
     * @param artifactId id of the artifact
     * @param state a state of the past
     * @return the editor; empty when the artifact was not there then
     * @throws PartInitException when the editor can't be opened
     */
    public static Optional<IEditorPart> openAsOf(IWorkbenchPage page, Workspace workspace, String artifactId,
            State state) throws PartInitException {
        Optional<ArtifactInfo> then;
        try (EditSession session = workspace.openSession(state)) {
            then = session.artifacts().stream().filter(artifact -> artifact.id().equals(artifactId)).findFirst();
        }
        return then.isEmpty()
                ? Optional.empty()
                : Optional.of(open(page, workspace, then.get(), Optional.of(state)));
    }

    private static IEditorPart open(IWorkbenchPage page, Workspace workspace, ArtifactInfo artifact,
            Optional<State> state) throws PartInitException {
        return page.openEditor(new ArtifactEditorInput(workspace, artifact, state), editorId(page, artifact.type()));
    }

    /**
     * Opens an artifact that is not committed yet; saving the editor commits it.
     *
     * @param page where to open it
     * @param session the session that has it; closed with the editor
     * @param artifact the artifact
     * @throws PartInitException when the editor can't be opened
     */
    public static void open(IWorkbenchPage page, EditSession session, Artifact artifact) throws PartInitException {
        page.openEditor(new ArtifactEditorInput(session, artifact), editorId(page, artifact.eClass()));
    }

    private static String editorId(IWorkbenchPage page, EClass type) {
        return page.getWorkbenchWindow().getService(ArtifactTypes.class).of(type).map(ArtifactType::editorId)
                .filter(id -> !id.isEmpty()).orElse(GENERAL_EDITOR);
    }

    /**
     * Makes a new artifact and commits it.
     *
     * @param workspace the workspace
     * @param type its type
     * @param title its title
     * @return the new artifact
     */
    public static ArtifactInfo create(Workspace workspace, ArtifactType type, String title) {
        try (EditSession session = workspace.openSession()) {
            Artifact artifact = session.create(type.eClass(), type.keyPrefix(), title);
            session.commit("");
            return workspace.find(artifact.getKey()).orElseThrow();
        }
    }

    /**
     * @param type a type
     * @return its icon; empty when it has none
     */
    public static Optional<ImageDescriptor> icon(ArtifactType type) {
        return type.icon().isEmpty()
                ? Optional.empty()
                : ResourceLocator.imageDescriptorFromBundle(type.contributor(), type.icon());
    }
}
