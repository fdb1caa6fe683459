package org.chartroom.core.internal.merge;

import org.eclipse.osgi.util.NLS;

/** Texts of merging. */
final class Messages extends NLS {
    public static String noId;
    public static String duplicateId;
    public static String otherClass;
    public static String undecided;
    public static String undecidedOne;

    static {
        initializeMessages("org.chartroom.core.internal.merge.messages", Messages.class);
    }

    private Messages() {
    }
}
