package org.chartroom.core.value;

/**
 * What a text was read as.
 *
 * @param value the value; null for nothing
 * @param note what was done beside reading it
 */
public record Reading(Object value, Note note) {
    /** What somebody may have to be told. */
    public enum Note {
        /** Nothing. */
        NONE,
        /** The text names no currency, and the usual one was taken. */
        USUAL_CURRENCY,
        /** The text has a time of day, and only the day is kept. */
        TIME_LEFT_OUT,
        /** The text is a word for nothing, as "TBD". */
        NOTHING,
        /** The text has characters that files can't hold; they were replaced. */
        CLEANED
    }

    static Reading of(Object value) {
        return new Reading(value, Note.NONE);
    }
}
