package org.chartroom.core.internal.compare;

import org.eclipse.osgi.util.NLS;

/** Texts of comparing, copying and taking back. */
final class Messages extends NLS {
    public static String present;
    public static String targetMissing;
    public static String elementMissing;
    public static String revisionMissing;
    public static String nothingToRevert;
    public static String revertConflict;
    public static String revertDone;
    public static String andMore;
    public static String takesBack;

    static {
        initializeMessages("org.chartroom.core.internal.compare.messages", Messages.class);
    }

    private Messages() {
    }
}
