package org.chartroom.risk.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of the risk checks. */
final class Messages extends NLS {
    static String aboveAppetite;
    static String aboveAppetite_fix;
    static String aboveAppetite_action;
    static String acceptanceRationale;
    static String acceptanceExpired;
    static String acceptanceExpired_fix;
    static String ownerMissing;
    static String ownerMissing_fix;
    static String targetWorse;
    static String targetWorse_fix;
    static String threatResponse;
    static String threatResponse_fix;
    static String opportunityResponse;
    static String opportunityResponse_fix;
    static String occurredUnlinked;
    static String offScale;
    static String offScale_fix;
    static String probabilityRange;
    static String costOrder;
    static String costOrder_fix;

    static {
        initializeMessages("org.chartroom.risk.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
