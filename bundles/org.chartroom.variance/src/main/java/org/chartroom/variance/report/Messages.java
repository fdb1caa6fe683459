package org.chartroom.variance.report;

import org.eclipse.osgi.util.NLS;

/** Texts of charts and reports of budget variance reports. */
final class Messages extends NLS {
    public static String actual;
    public static String amount;
    public static String amountAxis;
    public static String budget;
    public static String byCategory;
    public static String byCause;
    public static String byLine;
    public static String byOwner;
    public static String capEx;
    public static String costAxis;
    public static String curveNote;
    public static String curveTitle;
    public static String earned;
    public static String estimate;
    public static String method;
    public static String none;
    public static String notAvailable;
    public static String opEx;
    public static String others;
    public static String overCostAhead;
    public static String overCostLate;
    public static String performanceTitle;
    public static String planned;
    public static String quadrantMissing;
    public static String scheduleAxis;
    public static String splitTitle;
    public static String spotTip;
    public static String statusDate;
    public static String total;
    public static String underCostAhead;
    public static String underCostLate;
    public static String varianceAtCompletion;
    public static String waterfallNote;
    public static String waterfallTitle;

    static {
        initializeMessages("org.chartroom.variance.report.messages", Messages.class);
    }

    private Messages() {
    }
}
