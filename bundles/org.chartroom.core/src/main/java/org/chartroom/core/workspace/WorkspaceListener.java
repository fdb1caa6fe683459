package org.chartroom.core.workspace;

import java.util.Set;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of commits to a workspace, and of a backup that was put in its place: in the order of the revisions, of each one
 * once, never of two at a time.
 */
@ConsumerType
@FunctionalInterface
public interface WorkspaceListener {
    /**
     * Called after the commit is durable, in the thread that commits or in another one that is committing, too. What it throws
     * is logged and changes nothing.
     *
     * @param revision the new revision; the newest one when a backup was restored
     * @param rootIds ids of the artifacts (and the directory) that changed
     */
    void committed(Revision revision, Set<String> rootIds);
}
