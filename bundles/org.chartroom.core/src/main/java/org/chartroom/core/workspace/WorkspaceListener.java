package org.chartroom.core.workspace;

import java.util.Set;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of commits to a workspace. */
@ConsumerType
@FunctionalInterface
public interface WorkspaceListener {
    /**
     * Called in the committing thread after the commit is durable.
     *
     * @param revision the new revision
     * @param rootIds ids of the artifacts (and the directory) it changed
     */
    void committed(Revision revision, Set<String> rootIds);
}
