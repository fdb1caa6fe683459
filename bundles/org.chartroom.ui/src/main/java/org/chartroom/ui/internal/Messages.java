package org.chartroom.ui.internal;

import org.eclipse.osgi.util.NLS;

/**
 * The texts of the workbench.
 */
final class Messages extends NLS {
    static String ChartroomWindowAdvisor_title;
    static String FindingsView_emptyText;
    static String FindingsView_emptyTitle;
    static String NavigatorView_emptyText;
    static String NavigatorView_emptyTitle;
    static String OpenLogHandler_empty;
    static String OpenLogHandler_noProgram;
    static String OpenLogHandler_title;
    static String WorkbenchApplication_noDisplay;

    static {
        NLS.initializeMessages("org.chartroom.ui.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
