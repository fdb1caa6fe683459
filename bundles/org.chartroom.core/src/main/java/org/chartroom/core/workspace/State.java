package org.chartroom.core.workspace;

import java.util.Optional;

/**
 * A committed state of a workspace.
 *
 * @param label what a user calls it: the name of a baseline, or the number of a revision
 * @param revision number of the newest revision in it
 * @param projectId id of the project it is limited to; empty for the whole workspace
 */
public record State(String label, long revision, Optional<String> projectId) {
    /**
     * @param revision a revision
     * @return the state of the whole workspace that it left
     */
    public static State of(Revision revision) {
        return new State("revision " + revision.number(), revision.number(), Optional.empty());
    }

    /**
     * @param baseline a baseline
     * @return the state it names
     */
    public static State of(BaselineInfo baseline) {
        return new State(baseline.name(), baseline.revision(), baseline.projectId());
    }
}
