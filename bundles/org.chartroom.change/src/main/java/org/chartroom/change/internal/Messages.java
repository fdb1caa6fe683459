package org.chartroom.change.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of the process and the checks. */
public final class Messages extends NLS {
    public static String affectedByName;
    public static String affectedByName_fix;
    public static String authorisedElsewhere;
    public static String actualWindowMissing;
    public static String classChanged;
    public static String classChanged_fix;
    public static String notAuthorised;
    public static String outcomeMissing;
    public static String plannedWindowMissing;
    public static String rateMissing;
    public static String guardWay;
    public static String guardClass;
    public static String guardReason;
    public static String guardNoReject;
    public static String guardQuorum;
    public static String guardTemplate;
    public static String guardBackout;
    public static String guardPlannedWindow;
    public static String guardActualWindow;
    public static String guardOutcome;
    public static String collision;
    public static String collision_fix;
    public static String backoutMissing;
    public static String templateMissing;
    public static String emergencyLate;
    public static String emergencyAuthorisedLate;
    public static String outcomeWithoutWindow;
    public static String overdue;
    public static String windowOrder;

    static {
        initializeMessages("org.chartroom.change.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
