package org.chartroom.ui.forms;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of changes to an artifact that is being edited; called in the UI thread. */
@ConsumerType
public interface EditingListener {
    /** Something in the artifact changed; several changes in one go are told once. */
    default void changed() {
    }

    /** The findings of the checks are new. */
    default void findingsChanged() {
    }

    /** The artifact was loaded anew; objects of it that were held are of no use any more. */
    default void reloaded() {
    }
}
