package org.chartroom.change.report;

import org.eclipse.osgi.util.NLS;

/** Texts of charts and reports of change logs. */
final class Messages extends NLS {
    public static String collidesWith;
    public static String now;
    public static String scheduleNote;
    public static String windows;

    static {
        initializeMessages("org.chartroom.change.report.messages", Messages.class);
    }

    private Messages() {
    }
}
