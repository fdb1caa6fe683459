package org.chartroom.core.contribution;

import org.eclipse.osgi.util.NLS;

/** Texts for users. */
final class Messages extends NLS {
    public static String noId;
    public static String takenId;
    public static String wrongId;

    static {
        initializeMessages("org.chartroom.core.contribution.messages", Messages.class);
    }

    private Messages() {
    }
}
