package org.chartroom.ui.forms.comment;

import org.eclipse.osgi.util.NLS;

/** Texts of comments in editors. */
final class Messages extends NLS {
    public static String many;
    public static String one;

    static {
        initializeMessages("org.chartroom.ui.forms.comment.messages", Messages.class);
    }

    private Messages() {
    }
}
