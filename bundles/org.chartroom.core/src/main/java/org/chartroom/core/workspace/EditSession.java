package org.chartroom.core.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A place to work on artifacts: loads them on demand, keeps undo and redo, and commits everything that changed in one
 * transaction. Used by one thread at a time.
 */
@ProviderType
public interface EditSession extends AutoCloseable {
    /**
     * Finds the session an object is in, for what looks beyond one artifact.
     *
     * @param object an object of an artifact
     * @return the session; empty when the artifact is in none, for example because it was read from a file
     */
    static Optional<EditSession> of(EObject object) {
        ResourceSet resources = object.eResource() == null ? null : object.eResource().getResourceSet();
        return resources != null
                && EcoreUtil.getExistingAdapter(resources, EditSession.class) instanceof Supplier<?> holder
                        ? Optional.of((EditSession) holder.get())
                        : Optional.empty();
    }

    /** @return the workspace it works on */
    Workspace workspace();

    /** @return the state of the past it shows, read-only; empty when it works on the newest state */
    Optional<State> asOf();

    /**
     * @return number of the newest revision in what it shows; {@link Revision#NONE} before the first commit. It may be
     *         older than the newest of the workspace while this session is not refreshed
     */
    long revision();

    /** @return what is computed with for its objects: as of the state it shows */
    Evaluation evaluation();

    /** @return every artifact that is committed in the state of this session, ordered by key */
    List<ArtifactInfo> artifacts();

    /**
     * @param key a key, in any case
     * @return the artifact that has it in the state of this session
     */
    Optional<ArtifactInfo> find(String key);

    /** @return the editing domain; changes go through its command stack, then they can be undone */
    EditingDomain editingDomain();

    /** @return the directory of the workspace; never null */
    Directory directory();

    /**
     * @param id id of an artifact
     * @return the artifact, loaded when it was not; empty when there is none
     */
    Optional<Artifact> artifact(String id);

    /**
     * @param id id of an artifact or of the directory
     * @return what has it, loaded when it was not; empty when there is none
     */
    Optional<Element> root(String id);

    /**
     * Adds a new artifact with a fresh id and the next free key of its prefix; not undoable, but not there for others
     * until it is committed.
     *
     * @param type a concrete class that extends Artifact
     * @param keyPrefix prefix of its key without the dash, for example RSK
     * @param title its title
     * @param <T> the Java type of the class
     * @return the artifact
     */
    <T extends Artifact> T create(EClass type, String keyPrefix, String title);

    /**
     * Adds an artifact that was made elsewhere, for example read from a model file, as it is, or brings back one that
     * was deleted here; not undoable, but not there for others until it is committed.
     *
     * @param artifact an artifact in no session, with an id and a key that the workspace does not have, or one that was
     *        deleted from this session
     */
    void add(Artifact artifact);

    /**
     * Removes an artifact and all that is in it, with the next commit.
     *
     * @param artifact an artifact of this session
     */
    void delete(Artifact artifact);

    /**
     * @param id id of an element that is loaded in this session
     * @return the element; empty when it is not loaded or does not exist
     */
    Optional<Element> loaded(String id);

    /** @return whether there is anything to commit */
    boolean isDirty();

    /** @return whether it shows changes that are not committed: its own, or those of the session it is a copy of */
    boolean showsUnsaved();

    /** @param listener hears of this session from now on */
    void addListener(SessionListener listener);

    /** @param listener hears nothing any more */
    void removeListener(SessionListener listener);

    /**
     * Tells which of the changes want a reason. A model demands one by an annotation of the source
     * {@code http://www.chartroom.org/history} with the detail "reason" on a class or a feature: "always" for any change
     * (but not for the creation of an element), or literals, separated by commas, for a change to one of them.
     *
     * @return the changes that {@link #commit} refuses without a reason; empty when there are none
     */
    List<ReasonDemand> reasonDemands();

    /**
     * Commits everything that changed, as one durable transaction. When it fails the changes stay in the session, so
     * that it can be tried again.
     *
     * @param reason why, in the user's words; may be empty
     * @return the new revision; the newest one when nothing changed
     * @throws WorkspaceException when it could not be committed; of kind REASON_MISSING when a change wants a reason and
     *         there is none, of kind CONFLICT when others changed the same, see {@link #conflicts}
     */
    Revision commit(String reason);

    /**
     * Takes over what other sessions committed meanwhile: roots they changed are loaded anew on the next access. When one
     * of them was changed here as well, undo starts afresh; else it goes on. A dirty session is left as it is;
     * its commit merges field by field and then refreshes, and {@link #rebase} brings it to the newest state.
     */
    void refresh();

    /**
     * Tells what keeps {@link #commit} from merging: what this session and others both changed since the state this
     * session is based on.
     *
     * @return the conflicts; empty when a commit merges
     */
    List<SaveConflict> conflicts();

    /**
     * Brings the session to the newest state and keeps what was changed here, apart from the conflicts that are given
     * up; a commit then builds upon the newest state. Undo starts afresh: it takes all that was kept back in one step.
     * When it fails nothing is changed.
     *
     * @param givenUp those of {@link #conflicts()} in which what others saved stays
     * @throws WorkspaceException of kind INVALID when something that was changed here refers to what is not there any
     *         more; the message names it; of kind CONFLICT when others committed again meanwhile
     */
    void rebase(Collection<SaveConflict> givenUp);

    /**
     * Opens a session of its own with the same content, changes that are not committed included, for reading in another
     * thread while this one is worked on. To be called in the thread of this session. Nothing is committed from the copy.
     *
     * @return the copy; to be closed by the caller
     */
    EditSession copy();

    /** Ends the session; what was not committed is gone. */
    @Override
    void close();
}
