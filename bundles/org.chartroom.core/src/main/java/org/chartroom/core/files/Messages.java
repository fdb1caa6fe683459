package org.chartroom.core.files;

import org.eclipse.osgi.util.NLS;

/** Texts about files. */
final class Messages extends NLS {
    public static String folderMissing;
    public static String inputFolder;
    public static String inputMissing;
    public static String inputNoFile;
    public static String inputUnreadable;
    public static String manyNames;
    public static String noName;
    public static String ofWorkspace;
    public static String outputFolder;
    public static String outputNoFile;
    public static String tooLarge;

    static {
        initializeMessages("org.chartroom.core.files.messages", Messages.class);
    }

    private Messages() {
    }
}
