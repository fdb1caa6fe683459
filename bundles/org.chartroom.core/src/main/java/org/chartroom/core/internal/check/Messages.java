package org.chartroom.core.internal.check;

import org.eclipse.osgi.util.NLS;

/** Texts of the common checks, and of checks that do not run. */
final class Messages extends NLS {
    public static String titleMissing;
    public static String reviewOverdue;
    public static String reviewedToday;
    public static String neverReviewed;
    public static String referenceBroken;
    public static String checksOff;
    public static String clearReference;
    public static String keyTwice;
    public static String giveKey;
    public static String linkBroken;
    public static String removeLink;
    public static String setTo;
    public static String personUnnamed;
    public static String emailWrong;
    public static String emailTwice;
    public static String projectTwice;
    public static String vendorTwice;
    public static String objectiveWeight;
    public static String rateCurrency;
    public static String rateSame;
    public static String rateMissing;
    public static String rateUndated;
    public static String rateTwice;
    public static String checkDeclaredWrongly;
    public static String checkSetAside;
    public static String modelCheckSetAside;
    public static String modelChecksFailed;
    public static String modelChecksUnreadable;
    public static String settingNameless;
    public static String settingNothing;
    public static String settingReason;
    public static String settingThreshold;
    public static String settingTwice;

    static {
        initializeMessages("org.chartroom.core.internal.check.messages", Messages.class);
    }

    private Messages() {
    }
}
