package org.chartroom.ui.internal;

import org.eclipse.osgi.util.NLS;

/**
 * The texts of the workbench.
 */
final class Messages extends NLS {
    public static String ChartroomWindowAdvisor_title;
    public static String FindingsView_emptyText;
    public static String FindingsView_emptyTitle;
    public static String NavigatorView_emptyText;
    public static String NavigatorView_emptyTitle;
    public static String OpenLogHandler_empty;
    public static String OpenLogHandler_noProgram;
    public static String OpenLogHandler_title;
    public static String Screenshot_shown;
    public static String Splash_name;
    public static String Splash_starting;
    public static String WorkbenchApplication_noDisplay;

    static {
        NLS.initializeMessages("org.chartroom.ui.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
