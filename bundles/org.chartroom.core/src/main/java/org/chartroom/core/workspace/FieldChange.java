package org.chartroom.core.workspace;

/**
 * One field of one element changed by one revision.
 *
 * @param revision the revision
 * @param rootId id of the artifact (or directory) the element is in
 * @param elementId id of the element
 * @param elementType name of the element's class
 * @param kind whether the element was created, changed or deleted
 * @param feature name of the field; empty for a creation or deletion as a whole
 * @param oldValue former value in its file form; null when there was none
 * @param newValue new value in its file form; null when there is none
 */
public record FieldChange(Revision revision, String rootId, String elementId, String elementType, Kind kind,
        String feature, String oldValue, String newValue) {
    /** What happened to the element. */
    public enum Kind {
        /** The element is new. */
        CREATED,
        /** A field has another value. */
        UPDATED,
        /** The element is gone. */
        DELETED
    }
}
