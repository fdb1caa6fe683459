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
    public static String addedBy;
    public static String addedOn;
    public static String by;
    public static String comment;
    public static String evidence;
    public static String name;
    public static String on;
    public static String openComments;
    public static String place;
    public static String resolvedComments;
    public static String sha256;
    public static String written;

    static {
        initializeMessages("org.chartroom.report.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
