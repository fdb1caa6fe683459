package org.chartroom.core.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.ecore.EClass;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An open workspace. Safe for use by several threads; an {@link EditSession} is not.
 */
@ProviderType
public interface Workspace extends AutoCloseable {
    /** @return id of the workspace, a UUID given at creation */
    String id();

    /** @return the folder it lies in */
    Path folder();

    /** @return tells the time here, in the zone of the machine: of revisions, and of everything that is computed */
    Clock clock();

    /** @return the account that commits here, which revisions have as their author */
    String author();

    /**
     * Saves the workspace with its whole history and its stored evidence in another folder, and goes on there; sessions
     * stay open with all that is not saved in them. It works when the folder of the workspace was removed, renamed or
     * replaced while it is open. Backups stay where they are.
     *
     * @param folder an empty folder, or one that is not there yet
     * @throws WorkspaceException when the folder is not empty or can't be written, or what can still be read of the
     *             workspace is not intact; the workspace is where it was then
     */
    void saveAs(Path folder);

    /** @return whether it was opened for reading only */
    boolean isReadOnly();

    /** @return the newest revision; empty before the first commit */
    Optional<Revision> head();

    /** @return every artifact that is not deleted, ordered by key */
    List<ArtifactInfo> artifacts();

    /**
     * @param key a key, in any case
     * @return the artifact that has it
     */
    Optional<ArtifactInfo> find(String key);

    /**
     * @param type a concrete class of elements
     * @return the artifacts that contain an element of it now, ordered by key
     */
    List<ArtifactInfo> artifactsWith(EClass type);

    /** @return id of the directory; empty when the workspace is read-only and has none yet */
    Optional<String> directoryId();

    /**
     * @param rootId id of an artifact or of the directory
     * @return the committed references from other artifacts to it and to what is in it, in no particular order
     */
    List<Reference> referencesTo(String rootId);

    /** @return a new session over the newest state; the caller closes it */
    EditSession openSession();

    /**
     * Opens a state of the past for reading: objects, derived values and the list of artifacts are as they were then. Its
     * editing domain is read-only and {@link EditSession#commit} is refused.
     *
     * @param state a state of this workspace
     * @return a session; the caller closes it
     */
    EditSession openSession(State state);

    /**
     * Finds a state by what a user calls it.
     *
     * @param text "now", the number of a revision, the name of a baseline, or a day or time in ISO form; a day means its
     *        end, a time without a zone that of this machine
     * @return the state
     * @throws WorkspaceException of kind INVALID when there is none; the message says what can be named
     */
    State state(String text);

    /** @return the baselines, oldest first */
    List<BaselineInfo> baselines();

    /**
     * Gives the newest revision a name, as a revision of its own.
     *
     * @param name the name; no number, no date and not taken yet
     * @param description what it stands for; may be empty
     * @param projectId id of the project to limit it to; empty for the whole workspace
     * @return the baseline
     * @throws WorkspaceException of kind INVALID when the name or the project does not fit
     */
    BaselineInfo createBaseline(String name, String description, Optional<String> projectId);

    /**
     * Removes a baseline, as a revision of its own; what it named stays in the history.
     *
     * @param name its name
     * @param reason why; must not be empty
     * @return the revision
     * @throws WorkspaceException of kind INVALID when there is no such baseline or no reason
     */
    Revision removeBaseline(String name, String reason);

    /**
     * Takes back what a revision did, as a new revision.
     *
     * @param number number of the revision
     * @param reason why; when it is empty, the new revision names the old one
     * @return the new revision
     * @throws WorkspaceException of kind CONFLICT that names what later revisions changed again; of kind INVALID when
     *         there is nothing to take back
     */
    Revision revert(long number, String reason);

    /**
     * @param number number of a revision
     * @return the revision; empty when there is none of that number
     */
    Optional<Revision> revision(long number);

    /**
     * @param from number of a revision
     * @param to number of a later one
     * @return ids of the artifacts (and the directory) that the revisions after the first, up to the second, changed
     */
    Set<String> changedArtifacts(long from, long to);

    /**
     * @param limit the most revisions to return, at least 1
     * @return the newest revisions, newest first
     */
    List<Revision> revisions(int limit);

    /**
     * @param limit the most reasons to return, at least 1
     * @return the reasons that were given last, each once, the newest first; to be offered when one is asked for
     */
    List<String> recentReasons(int limit);

    /**
     * @param query which changes are wanted
     * @return the changes, newest first
     */
    List<FieldChange> history(HistoryQuery query);

    /** @return the files that are stored with it as evidence */
    EvidenceStore evidence();

    /**
     * Reads everything and computes all checksums and the chain of revisions again; takes a while.
     *
     * @param knownHead hash of a revision that was noted elsewhere; empty when none is known
     * @return what was found
     */
    default Verification verify(Optional<String> knownHead) {
        return verify(knownHead, new NullProgressMonitor());
    }

    /**
     * Does the same with progress.
     *
     * @param knownHead hash of a revision that was noted elsewhere; empty when none is known
     * @param monitor is told how far it is; when it is cancelled an
     *        {@link org.eclipse.core.runtime.OperationCanceledException} ends the work
     * @return what was found
     */
    Verification verify(Optional<String> knownHead, IProgressMonitor monitor);

    /**
     * Copies the whole workspace, checks the copy and keeps it beside the others.
     *
     * @return the backup
     */
    BackupInfo backup();

    /** @return the backups of this workspace, newest first */
    List<BackupInfo> backups();

    /**
     * Puts a backup in the place of everything there is, after checking it and backing up what is there. Reading and
     * committing wait meanwhile; sessions are told as of a commit that changed every artifact.
     *
     * @param backup the file of a backup
     * @return the newest revision after that
     * @throws WorkspaceException when it can't be done, with nothing changed; of kind DAMAGED when the backup is damaged
     */
    Revision restore(Path backup);

    /** @return what the user should know since the workspace was opened, one sentence each; usually nothing */
    List<String> warnings();

    /**
     * Writes the database anew without the room that is not in use, checks it and puts it in the place of the old one. All
     * revisions are kept. Reading and committing wait meanwhile.
     *
     * @return what it saved
     */
    Compaction compact();

    /** @param listener hears of commits from now on */
    void addListener(WorkspaceListener listener);

    /** @param listener hears nothing any more */
    void removeListener(WorkspaceListener listener);

    /** Closes the workspace and lets others open it; closing twice does nothing. Open sessions can't commit any more. */
    @Override
    void close();
}
