package org.chartroom.ui.forms;

import java.util.Objects;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Artifact;
import org.chartroom.model.ModelPackage;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

/**
 * What an editor of an artifact, or that of the directory, is opened on: the artifact as it is now, or as it was in a state
 * of the past. Two inputs are equal when they name the same artifact in the same state.
 */
public final class ArtifactEditorInput implements IEditorInput, IPersistableElement {
    /** Id of the element factory that makes inputs anew when the workbench comes up again. */
    public static final String FACTORY = "org.chartroom.ui.artifactInput";
    /** Key of the artifact's id in the memento. */
    public static final String ARTIFACT = "artifact";

    private final Workspace workspace;
    private final String artifactId;
    private final String name;
    private final Optional<State> state;
    private final Optional<EditSession> session;

    /**
     * @param workspace the workspace of the artifact
     * @param artifact the artifact
     */
    public ArtifactEditorInput(Workspace workspace, ArtifactInfo artifact) {
        this(workspace, artifact, Optional.empty());
    }

    /**
     * @param workspace the workspace of the artifact
     * @param artifact the artifact
     * @param state the state of the past to show, read-only; empty for the newest one
     */
    public ArtifactEditorInput(Workspace workspace, ArtifactInfo artifact, Optional<State> state) {
        this.workspace = workspace;
        this.artifactId = artifact.id();
        this.state = state;
        this.session = Optional.empty();
        this.name = artifact.title().isEmpty() ? artifact.key() : artifact.title();
    }

    /**
     * @param session a session with an artifact that is not committed yet; the editor takes it over and closes it
     * @param artifact the artifact
     */
    public ArtifactEditorInput(EditSession session, Artifact artifact) {
        this.workspace = session.workspace();
        this.artifactId = artifact.getId();
        this.state = Optional.empty();
        this.session = Optional.of(session);
        this.name = artifact.getTitle() == null || artifact.getTitle().isEmpty()
                ? artifact.getKey()
                : artifact.getTitle();
    }

    private ArtifactEditorInput(Workspace workspace, String directoryId, Optional<State> state) {
        this.workspace = workspace;
        this.artifactId = directoryId;
        this.state = state;
        this.session = Optional.empty();
        this.name = Presentation.label(ModelPackage.Literals.DIRECTORY);
    }

    /**
     * @param workspace a workspace
     * @param state the state of the past to show, read-only; empty for the newest one
     * @return an input on its directory; empty when it is read-only and has none yet
     */
    public static Optional<ArtifactEditorInput> ofDirectory(Workspace workspace, Optional<State> state) {
        return workspace.directoryId().map(id -> new ArtifactEditorInput(workspace, id, state));
    }

    /** @return the session to take over; empty when the editor opens its own */
    Optional<EditSession> session() {
        return session;
    }

    /** @return the state of the past that is shown; empty for the newest one */
    public Optional<State> state() {
        return state;
    }

    /** @return the workspace */
    public Workspace workspace() {
        return workspace;
    }

    /** @return id of the artifact or of the directory */
    public String artifactId() {
        return artifactId;
    }

    @Override
    public boolean exists() {
        return state.isPresent() || workspace.directoryId().filter(artifactId::equals).isPresent()
                || workspace.artifacts().stream().anyMatch(artifact -> artifact.id().equals(artifactId));
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return ImageDescriptor.getMissingImageDescriptor();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getToolTipText() {
        return name;
    }

    @Override
    public IPersistableElement getPersistable() {
        // A look at the past is not opened again by itself.
        return state.isPresent() ? null : this;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(ARTIFACT, artifactId);
    }

    @Override
    public String getFactoryId() {
        return FACTORY;
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == Workspace.class ? adapter.cast(workspace) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArtifactEditorInput input && artifactId.equals(input.artifactId)
                && state.equals(input.state)
                && workspace.id().equals(input.workspace.id());
    }

    @Override
    public int hashCode() {
        return Objects.hash(artifactId, workspace.id(), state);
    }
}
