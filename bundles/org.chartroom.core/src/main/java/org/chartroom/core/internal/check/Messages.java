package org.chartroom.core.internal.check;

import org.eclipse.osgi.util.NLS;

/** Texts of the common checks. */
final class Messages extends NLS {
    static String titleMissing;
    static String reviewOverdue;
    static String reviewedToday;
    static String linkBroken;
    static String removeLink;

    static {
        initializeMessages("org.chartroom.core.internal.check.messages", Messages.class);
    }

    private Messages() {
    }
}
