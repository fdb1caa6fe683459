package org.chartroom.exchange.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of imports and exports. */
final class Messages extends NLS {
    public static String noFormat;
    public static String exporterFailed;
    public static String noImportFormat;
    public static String importerFailed;
    public static String importerLeftOut;
    public static String importerSetAside;

    static {
        initializeMessages("org.chartroom.exchange.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
