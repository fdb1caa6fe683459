package org.chartroom.charter.report;

import org.eclipse.osgi.util.NLS;

/** Texts of charts and reports of charters. */
final class Messages extends NLS {
    public static String benefit;
    public static String cashFlow;
    public static String cost;
    public static String cumulative;
    public static String cumulativeNow;
    public static String day;
    public static String days;
    public static String even;
    public static String interest;
    public static String keepInformed;
    public static String keepSatisfied;
    public static String manageClosely;
    public static String mapLegend;
    public static String mapTitle;
    public static String milestonesTitle;
    public static String monitor;
    public static String netTitle;
    public static String nobody;
    public static String notAvailable;
    public static String notPlaced;
    public static String planned;
    public static String power;
    public static String spotTip;
    public static String today;
    public static String activity;
    public static String raciLegend;
    public static String rank;
    public static String rankOf;
    public static String unranked;
    public static String charter;
    public static String score;
    public static String alignment;
    public static String impact;
    public static String resources;
    public static String timeline;
    public static String priority;
    public static String health;
    public static String weights;

    static {
        initializeMessages("org.chartroom.charter.report.messages", Messages.class);
    }

    private Messages() {
    }
}
