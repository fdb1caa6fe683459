package org.chartroom.exchange.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of exports. */
final class Messages extends NLS {
    public static String noFormat;
    public static String exporterFailed;

    static {
        initializeMessages("org.chartroom.exchange.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
