package org.chartroom.vendor.report;

import org.eclipse.osgi.util.NLS;

/** Texts of charts and reports of vendor scorecards. */
final class Messages extends NLS {
    public static String metricAxis;
    public static String breaches;
    public static String key;
    public static String minimum;
    public static String notAvailable;
    public static String noticeBy;
    public static String noticePassed;
    public static String noticePassedRenews;
    public static String renewals;
    public static String score;
    public static String scoreAxis;
    public static String target;
    public static String today;
    public static String trend;
    public static String value;
    public static String vendor;

    static {
        initializeMessages("org.chartroom.vendor.report.messages", Messages.class);
    }

    private Messages() {
    }
}
