package org.chartroom.core.workspace;

import java.time.Instant;
import java.util.Optional;

/**
 * A committed state of a workspace.
 *
 * @param label what a user calls it: the name of a baseline, or the number of a revision
 * @param revision number of the newest revision in it
 * @param projectId id of the project it is limited to; empty for the whole workspace
 * @param moment the moment it is looked at, as the end of a day; empty for that of its newest revision
 */
public record State(String label, long revision, Optional<String> projectId, Optional<Instant> moment) {
    /**
     * A state that is looked at as of its newest revision.
     *
     * @param label what a user calls it
     * @param revision number of the newest revision in it
     * @param projectId id of the project it is limited to; empty for the whole workspace
     */
    public State(String label, long revision, Optional<String> projectId) {
        this(label, revision, projectId, Optional.empty());
    }

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
