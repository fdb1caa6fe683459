package org.chartroom.core.workspace;

import java.util.Set;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of an {@link EditSession}, in the thread that uses it. */
@ConsumerType
public interface SessionListener {
    /** {@link EditSession#isDirty()} may answer otherwise than before. */
    default void dirtyChanged() {
    }

    /**
     * Roots were changed by others and are loaded anew on the next access; objects of theirs that were held are of no
     * use any more.
     *
     * @param rootIds ids of the roots
     */
    default void refreshed(Set<String> rootIds) {
    }
}
