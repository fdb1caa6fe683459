package org.chartroom.core.workspace;

import java.util.Set;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of commits to a workspace, and of a backup that was put in its place. */
@ConsumerType
@FunctionalInterface
public interface WorkspaceListener {
    /**
     * Called in the committing thread after the commit is durable.
     *
     * @param revision the new revision; the newest one when a backup was restored
     * @param rootIds ids of the artifacts (and the directory) that changed
     */
    void committed(Revision revision, Set<String> rootIds);
}
