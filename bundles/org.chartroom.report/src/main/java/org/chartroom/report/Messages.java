package org.chartroom.report;

import org.eclipse.osgi.util.NLS;

/** Texts of documents. */
final class Messages extends NLS {
    public static String Comparison_title;
    public static String Comparison_counts;
    public static String Comparison_what;
    public static String Comparison_where;
    public static String Comparison_added;
    public static String Comparison_removed;
    public static String Comparison_moved;
    public static String Comparison_changed;
    public static String Comparison_derived;

    static {
        initializeMessages("org.chartroom.report.messages", Messages.class);
    }

    private Messages() {
    }
}
