package org.chartroom.risk.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of the risk checks. */
final class Messages extends NLS {
    public static String aboveAppetite;
    public static String aboveAppetite_fix;
    public static String aboveAppetite_action;
    public static String acceptanceRationale;
    public static String acceptanceExpired;
    public static String acceptanceExpired_fix;
    public static String ownerMissing;
    public static String ownerMissing_fix;
    public static String targetWorse;
    public static String targetWorse_fix;
    public static String threatResponse;
    public static String threatResponse_fix;
    public static String opportunityResponse;
    public static String opportunityResponse_fix;
    public static String occurredUnlinked;
    public static String movementScale;
    public static String offScale;
    public static String scaleSteps;
    public static String scaleSteps_fix;
    public static String offScale_fix;
    public static String probabilityRange;
    public static String costOrder;
    public static String daysOrder;
    public static String movementBaseline;
    public static String movementBaseline_fix;
    public static String movementNumbers;
    public static String planMissesTarget;
    public static String costOrder_fix;

    static {
        initializeMessages("org.chartroom.risk.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
