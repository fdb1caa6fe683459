package org.chartroom.exchange.xlsx;

import org.eclipse.osgi.util.NLS;

/** What is said of workbooks. */
final class Messages extends NLS {
    public static String allHidden;
    public static String formulasWithoutValue;
    public static String hiddenColumns;
    public static String hiddenSheet;
    public static String longText;
    public static String notANumber;
    public static String packedBomb;

    static {
        initializeMessages("org.chartroom.exchange.xlsx.messages", Messages.class);
    }

    private Messages() {
    }
}
