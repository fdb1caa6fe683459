package org.chartroom.core.store;

import org.eclipse.osgi.util.NLS;

/** Texts of change sets. */
final class Messages extends NLS {
    public static String idMissing;
    public static String targetWithoutId;

    static {
        initializeMessages("org.chartroom.core.store.messages", Messages.class);
    }

    private Messages() {
    }
}
