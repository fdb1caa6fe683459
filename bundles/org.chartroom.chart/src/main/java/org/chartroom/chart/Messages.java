package org.chartroom.chart;

import org.eclipse.osgi.util.NLS;

/** Texts of charts. */
final class Messages extends NLS {
    public static String axisCut;

    static {
        initializeMessages("org.chartroom.chart.messages", Messages.class);
    }

    private Messages() {
    }
}
