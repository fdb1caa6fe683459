package org.chartroom.vendor.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of the checks. */
final class Messages extends NLS {
    public static String duplicatePeriod;
    public static String exitPlan;
    public static String missing;
    public static String missingAll;
    public static String mustPass;
    public static String mustPassLower;
    public static String mustPass_fix;
    public static String mustPass_label;
    public static String mustPass_riskTitle;
    public static String noticePassed_ends;
    public static String noticePassed_renews;
    public static String noticeSoon;
    public static String order;
    public static String order_fix;
    public static String weightNegative;
    public static String weightNegative_fix;
    public static String weights;
    public static String weights_fix;

    static {
        initializeMessages("org.chartroom.vendor.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
