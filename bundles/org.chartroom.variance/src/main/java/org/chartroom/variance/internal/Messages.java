package org.chartroom.variance.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of the checks. */
final class Messages extends NLS {
    public static String changeLeftOut;
    public static String statusDateMissing;
    public static String currencyUnknown;
    public static String thresholdOrder;
    public static String thresholdOrder_fix;
    public static String periodDates;
    public static String periodOverlap;
    public static String periodGap;
    public static String periodStart_fix;
    public static String parentCycle;
    public static String parentCycle_fix;
    public static String figureLost;
    public static String figureTwice;
    public static String figure_fix;
    public static String percentRange;
    public static String sumDiffers;
    public static String sumDiffers_one;
    public static String sumDiffers_fix;
    public static String unexplained;
    public static String explanationPart;
    public static String periodsNone;
    public static String periodsMissing_fix;
    public static String statusBeforePeriods;
    public static String charterBeforePeriods;
    public static String statusAfterPeriods;
    public static String actualMissing;
    public static String actualMissing_fix;
    public static String earnedAboveBudget;

    static {
        initializeMessages("org.chartroom.variance.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
