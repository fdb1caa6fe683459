package org.chartroom.core.link;

import org.eclipse.osgi.util.NLS;

/** Texts about links. */
final class Messages extends NLS {
    public static String fieldOf;

    static {
        initializeMessages("org.chartroom.core.link.messages", Messages.class);
    }

    private Messages() {
    }
}
