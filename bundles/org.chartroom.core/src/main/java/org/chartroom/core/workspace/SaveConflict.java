package org.chartroom.core.workspace;

import java.util.Optional;

/**
 * Something that a session changed and that others changed otherwise since the state the session is based on. Either of
 * the two can be kept.
 *
 * @param kind what both did
 * @param elementId id of the element
 * @param element what users call the element
 * @param feature name of the field; empty where it is about the element as a whole
 * @param field what users call the field; empty where it is about the element as a whole
 * @param base the value both came from as users read it; empty when there is none
 * @param mine the value in the session as users read it; empty when there is none
 * @param theirs the value that is saved as users read it; empty when there is none
 * @param revision the last revision that changed it; empty when the history does not name it
 */
public record SaveConflict(Kind kind, String elementId, String element, String feature, String field, String base,
        String mine, String theirs, Optional<Revision> revision) {
    /** What the session and others did. */
    public enum Kind {
        /** Both gave the field another value. */
        FIELD,
        /** The session changed the element, others deleted it. */
        DELETED_BY_OTHERS,
        /** The session deleted the element, others changed it or put something into it. */
        DELETED_HERE,
        /** Both moved the element elsewhere. */
        MOVED
    }

    /**
     * @param last the last revision that changed it; empty when the history does not name it
     * @return the same conflict with that revision
     */
    public SaveConflict by(Optional<Revision> last) {
        return new SaveConflict(kind, elementId, element, feature, field, base, mine, theirs, last);
    }
}
