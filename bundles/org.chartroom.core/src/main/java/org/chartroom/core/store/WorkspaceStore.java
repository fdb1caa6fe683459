package org.chartroom.core.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.Compaction;
import org.chartroom.core.workspace.EvidenceStore;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Reference;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.ecore.EClass;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The stored rows of one open workspace. Safe for use by several threads. All methods throw
 * {@link WorkspaceException}.
 */
@ConsumerType
public interface WorkspaceStore extends AutoCloseable {
    /** @return id of the workspace, a UUID */
    String id();

    /** @return whether it can only be read */
    boolean isReadOnly();

    /** @return tells the time of revisions */
    Clock clock();

    /** @return the newest revision; empty before the first commit */
    Optional<Revision> head();

    /** @return every artifact that is not deleted, ordered by key */
    List<ArtifactInfo> artifacts();

    /**
     * @param revision number of a revision
     * @return every artifact that was there after that revision, as it was then, ordered by key
     */
    List<ArtifactInfo> artifacts(long revision);

    /**
     * @param type a concrete class
     * @return ids of the roots that contain an element of it now
     */
    Set<String> rootsWith(EClass type);

    /**
     * @param rootId id of a root
     * @return the references from other roots to it and to what is in it, in no particular order
     */
    List<Reference> referencesTo(String rootId);

    /** @return id of the directory; empty before it was committed for the first time */
    Optional<String> directoryId();

    /**
     * Loads a root element (an artifact or the directory) and all that it contains. References to elements inside are
     * set; references to elements of other roots are proxies with {@link ElementUris} addresses.
     *
     * @param rootId id of the root
     * @return the root, in no resource, and the revision it was read at; empty when there is none
     */
    Optional<LoadedRoot> loadNewest(String rootId);

    /**
     * @param rootId id of a root
     * @return the root as {@link #loadNewest} loads it
     */
    default Optional<Element> load(String rootId) {
        return loadNewest(rootId).map(LoadedRoot::root);
    }

    /**
     * Loads a root element as a revision left it.
     *
     * @param rootId id of the root
     * @param revision number of the revision
     * @return the root, in no resource; empty when there was none
     */
    Optional<Element> load(String rootId, long revision);

    /**
     * @param number number of a revision
     * @return the revision; empty when there is none of that number
     */
    Optional<Revision> revision(long number);

    /**
     * @param time a point in time
     * @return the last revision, by number, that was committed then or before; empty when there is none
     */
    Optional<Revision> revisionAt(Instant time);

    /**
     * Writes everything or nothing; when it returns, the revision is durable.
     *
     * A changed field that has neither the value it had when its root was read nor the new one, a place that is not the one
     * it was, a list that is neither, and content that came into what is deleted or goes to another root are conflicts.
     *
     * @param changes the transaction
     * @return the new revision
     * @throws WorkspaceException of kind CONFLICT when somebody else changed meanwhile what is changed; of kind INVALID
     *         when the key of an artifact is taken, or a class or feature is not known (any more)
     */
    Revision commit(ChangeSet changes);

    /**
     * @param from number of a revision
     * @param to number of a later one
     * @return ids of the roots that the revisions after the first, up to the second, changed
     */
    Set<String> changedRoots(long from, long to);

    /**
     * @param limit the most to return
     * @return the newest revisions, newest first
     */
    List<Revision> revisions(int limit);

    /**
     * @param author who gave them
     * @param limit the most to return
     * @return the reasons of the newest revisions of that author, each once, newest first
     */
    List<String> recentReasons(String author, int limit);

    /**
     * @param query which changes are wanted
     * @return the changes, newest first
     */
    List<FieldChange> history(HistoryQuery query);

    /** @return the files that are stored with it as evidence */
    EvidenceStore evidence();

    /**
     * Reads everything and computes all checksums and the chain of revisions again.
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
     * @param monitor is told how far it is and may be cancelled
     * @return what was found
     */
    Verification verify(Optional<String> knownHead, IProgressMonitor monitor);

    /**
     * Copies the whole workspace, checks the copy and keeps it beside the others.
     *
     * @return the backup
     */
    BackupInfo backup();

    /**
     * Puts a backup in the place of everything, see {@link org.chartroom.core.workspace.Workspace#restore}.
     *
     * @param backup the file of a backup
     * @return the newest revision after that
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

    /**
     * Saves the workspace with its whole history in another folder, and goes on there. It works when its own folder was
     * removed, renamed or replaced while it is open.
     *
     * @param folder an empty folder, or one that is not there yet
     * @throws WorkspaceException when the folder is not empty or can't be written, or what can still be read of the
     *             workspace is not intact; the workspace is where it was then
     */
    void saveAs(Path folder);

    /** Closes the store and gives up its lock; closing twice does nothing. */
    @Override
    void close();
}
