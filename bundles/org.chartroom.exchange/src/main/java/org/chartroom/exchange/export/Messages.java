package org.chartroom.exchange.export;

import org.eclipse.osgi.util.NLS;

/** Texts in exported files. */
final class Messages extends NLS {
    public static String about;

    static {
        initializeMessages("org.chartroom.exchange.export.messages", Messages.class);
    }

    private Messages() {
    }
}
