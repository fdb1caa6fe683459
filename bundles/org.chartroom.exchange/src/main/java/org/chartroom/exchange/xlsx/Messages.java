package org.chartroom.exchange.xlsx;

import org.eclipse.osgi.util.NLS;

/** What is said of workbooks. */
final class Messages extends NLS {
    public static String formulasWithoutValue;

    static {
        initializeMessages("org.chartroom.exchange.xlsx.messages", Messages.class);
    }

    private Messages() {
    }
}
