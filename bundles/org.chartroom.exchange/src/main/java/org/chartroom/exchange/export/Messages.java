package org.chartroom.exchange.export;

import org.eclipse.osgi.util.NLS;

/** Texts in exported files, and why none is made. */
final class Messages extends NLS {
    public static String about;
    public static String formatDiffers;
    public static String outsideFile;
    public static String prefixTaken;

    static {
        initializeMessages("org.chartroom.exchange.export.messages", Messages.class);
    }

    private Messages() {
    }
}
