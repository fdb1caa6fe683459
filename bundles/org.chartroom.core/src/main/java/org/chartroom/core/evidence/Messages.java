package org.chartroom.core.evidence;

import org.eclipse.osgi.util.NLS;

/** Texts of evidence. */
final class Messages extends NLS {
    public static String addressIncomplete;
    public static String addressMissing;
    public static String addressWrong;
    public static String stored;

    static {
        initializeMessages("org.chartroom.core.evidence.messages", Messages.class);
    }

    private Messages() {
    }
}
