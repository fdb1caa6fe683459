package org.chartroom.core.comment;

import org.eclipse.osgi.util.NLS;

/** Texts of comments. */
final class Messages extends NLS {
    public static String deleted;

    static {
        initializeMessages("org.chartroom.core.comment.messages", Messages.class);
    }

    private Messages() {
    }
}
