package org.chartroom.report.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of reports. */
final class Messages extends NLS {
    public static String meta;
    public static String metaAsOf;
    public static String findings;
    public static String noFindings;
    public static String severity;
    public static String where;
    public static String finding;
    public static String error;
    public static String warning;
    public static String info;
    public static String part;
    public static String sectionFailed;

    static {
        initializeMessages("org.chartroom.report.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
