package org.chartroom.ui.internal.workspace;

import java.util.Optional;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Artifact;
import org.chartroom.ui.forms.ArtifactOpening;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Making and opening artifacts in the workbench. */
public final class Artifacts {
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
        return ArtifactOpening.open(page, workspace, artifact, Optional.empty());
    }

    /**
     * Opens an artifact, or the directory, as it was, read-only.
     *
     * @param page where to open it
     * @param workspace its workspace
     * @param artifactId id of the artifact or of the directory
     * @param state a state of the past
     * @return the editor; empty when the artifact was not there then
     * @throws PartInitException when the editor can't be opened
     */
    public static Optional<IEditorPart> openAsOf(IWorkbenchPage page, Workspace workspace, String artifactId,
            State state) throws PartInitException {
        if (workspace.directoryId().filter(artifactId::equals).isPresent()) {
            return ArtifactOpening.openDirectory(page, workspace, Optional.of(state), null);
        }
        Optional<ArtifactInfo> then;
        try (EditSession session = workspace.openSession(state)) {
            then = session.artifacts().stream().filter(artifact -> artifact.id().equals(artifactId)).findFirst();
        }
        return then.isEmpty()
                ? Optional.empty()
                : Optional.of(ArtifactOpening.open(page, workspace, then.get(), Optional.of(state)));
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
