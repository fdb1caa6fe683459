package org.chartroom.schedule.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of the import of schedules. */
final class Messages extends NLS {
    public static String actual;
    public static String earned;
    public static String milestonesLeftOut;
    public static String noMilestoneLeftOut;
    public static String planned;
    public static String tasksLeftOut;
    public static String noDays;
    public static String newTitle;
    public static String noValue;
    public static String columns;
    public static String damaged;
    public static String format;
    public static String gap;
    public static String inactive;
    public static String newPeriods;
    public static String noBaseline;
    public static String noCost;
    public static String noCurrency;
    public static String noFile;
    public static String noMilestones;
    public static String noStatusDate;
    public static String noTarget;
    public static String noTitle;
    public static String older;
    public static String otherCurrency;
    public static String password;
    public static String percentCounts;
    public static String sameCode;
    public static String sameTitle;
    public static String spread;
    public static String summaryCost;
    public static String tasks;
    public static String unreadable;

    static {
        initializeMessages("org.chartroom.schedule.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
