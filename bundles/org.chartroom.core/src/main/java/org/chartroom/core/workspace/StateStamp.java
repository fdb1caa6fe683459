package org.chartroom.core.workspace;

import java.util.Optional;

import org.eclipse.emf.ecore.EObject;

/**
 * The state of a workspace that something was made from, to be written into what is handed out. Kept elsewhere, it proves
 * later that nothing up to it was altered. It has no time, so that the same state gives the same bytes.
 *
 * @param workspaceId id of the workspace; empty when only the revision was noted
 * @param revision number of the newest revision in the state; {@link Revision#NONE} when nothing was committed yet
 * @param headHash hash of that revision, 64 hexadecimal digits; empty when nothing was committed yet
 * @param unsaved whether there were changes that were not committed
 */
public record StateStamp(Optional<String> workspaceId, long revision, String headHash, boolean unsaved) {
    /**
     * @param object an object of an artifact
     * @return the state its session shows; empty when it is in none
     */
    public static Optional<StateStamp> of(EObject object) {
        return EditSession.of(object).map(StateStamp::of);
    }

    /**
     * @param session a session
     * @return the state it shows
     */
    public static StateStamp of(EditSession session) {
        Workspace workspace = session.workspace();
        long revision = session.revision();
        return new StateStamp(Optional.of(workspace.id()), revision,
                workspace.revision(revision).map(Revision::hash).orElse(""), session.showsUnsaved());
    }

    /** @return whether it names a revision */
    public boolean isSaved() {
        return revision != Revision.NONE;
    }

    /**
     * Says it in one line. The line is the same in every language, because {@link StateStamps} reads it again.
     *
     * @return the line, in ASCII, without anything that XML or HTML would escape
     */
    public String text() {
        return "State: " + (isSaved() ? "revision " + revision + ", head " + headHash : "not saved")
                + workspaceId.map(id -> ", workspace " + id).orElse("") + (unsaved ? ", with unsaved changes" : "");
    }
}
