package org.chartroom.charter.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of the checks. */
final class Messages extends NLS {
    public static String accountable_fix;
    public static String accountableMany;
    public static String accountableMany_fix;
    public static String accountableMissing;
    public static String currencies;
    public static String currencyUnknown;
    public static String dateOrder;
    public static String dateOrder_fix;
    public static String escalated;
    public static String healthReason;
    public static String milestoneAfter;
    public static String milestoneAfter_fix;
    public static String milestoneBefore;
    public static String milestoneBefore_fix;
    public static String objective;
    public static String raciTwice;
    public static String raciTwice_fix;
    public static String rateMissing;
    public static String reportElsewhere;
    public static String reportNowhere;
    public static String responsible_fix;
    public static String responsibleMissing;
    public static String scopeIn;
    public static String scopeOut;
    public static String sponsorIsManager;
    public static String sponsorIsManager_fix;
    public static String sponsorMissing;
    public static String tolerance;
    public static String tolerance_fix;
    public static String yearMissing;
    public static String yearTwice;

    static {
        initializeMessages("org.chartroom.charter.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
