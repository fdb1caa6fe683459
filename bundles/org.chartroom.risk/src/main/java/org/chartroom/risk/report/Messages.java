package org.chartroom.risk.report;

import org.eclipse.osgi.util.NLS;

/** Texts of charts and reports of risk registers. */
final class Messages extends NLS {
    public static String categoryAppetites;
    public static String currentAssessment;
    public static String inherentAssessment;
    public static String movementSince;
    public static String noMovement;
    public static String targetAssessment;
    public static String heatMapNote;
    public static String unplaced;
    public static String likelihood;
    public static String impact;
    public static String inherent;
    public static String current;
    public static String target;
    public static String costAxis;
    public static String delayAxis;
    public static String delayCurve;
    public static String delayContingency;
    public static String delayContributions;
    public static String delayNote;
    public static String days;
    public static String meanIn;
    public static String simulationCurve;
    public static String mean;
    public static String contingency;
    public static String simulationNote;
    public static String contributions;
    public static String risk;

    static {
        initializeMessages("org.chartroom.risk.report.messages", Messages.class);
    }

    private Messages() {
    }
}
