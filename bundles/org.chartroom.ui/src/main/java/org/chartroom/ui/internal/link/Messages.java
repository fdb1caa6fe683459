package org.chartroom.ui.internal.link;

import org.eclipse.osgi.util.NLS;

/** Texts of the Links view. */
final class Messages extends NLS {
    public static String add;
    public static String emptyText;
    public static String emptyTitle;
    public static String gone;
    public static String here;
    public static String job;
    public static String link;
    public static String linkFailed;
    public static String noEditor;
    public static String none;
    public static String note;
    public static String open;
    public static String other;
    public static String remove;
    public static String title;
    public static String where;

    static {
        initializeMessages("org.chartroom.ui.internal.link.messages", Messages.class);
    }

    private Messages() {
    }
}
