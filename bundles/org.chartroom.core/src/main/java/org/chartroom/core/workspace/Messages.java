package org.chartroom.core.workspace;

import org.eclipse.osgi.util.NLS;

/** Texts of states that files name. */
final class Messages extends NLS {
    public static String stampDamaged;
    public static String stampMissing;
    public static String stampSeveral;
    public static String stampTooLarge;

    static {
        initializeMessages("org.chartroom.core.workspace.messages", Messages.class);
    }

    private Messages() {
    }
}
