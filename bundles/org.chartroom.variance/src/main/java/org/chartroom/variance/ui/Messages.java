package org.chartroom.variance.ui;

import org.eclipse.osgi.util.NLS;

/** Texts of the editor of a variance report. */
final class Messages extends NLS {
    public static String overview;
    public static String lines;
    public static String curve;
    public static String quadrant;
    public static String waterfall;
    public static String split;
    public static String status;
    public static String statusTip;
    public static String budgetVariance;
    public static String budgetVarianceTip;
    public static String cpi;
    public static String cpiTip;
    public static String spi;
    public static String spiTip;
    public static String eac;
    public static String vac;
    public static String vacTip;
    public static String notAvailable;
    public static String periods;
    public static String addPeriod;
    public static String addYear;
    public static String deletePeriod;
    public static String deletePeriodTitle;
    public static String deletePeriodQuestion;
    public static String measure;
    public static String shown;
    public static String addLine;
    public static String deleteLine;
    public static String nothingSelected;
    public static String changes;
    public static String addChange;
    public static String deleteChange;
    public static String noPeriods;
    public static String totalLine;
    public static String planned;
    public static String earned;
    public static String actual;
    public static String budget;
    public static String estimates;
    public static String method;
    public static String estimate;
    public static String varianceAtCompletion;
    public static String chosen;
    public static String curveEmpty;
    public static String curveNote;
    public static String quadrantEmpty;
    public static String quadrantMissing;
    public static String quadrantNote;
    public static String total;
    public static String by;
    public static String waterfallEmpty;
    public static String splitEmpty;
    public static String share;
    public static String capEx;
    public static String opEx;
    public static String variance;
    public static String kind;
    public static String approvedChanges;
    public static String change;
    public static String approvedOn;
    public static String amountColumn;
    public static String onNoLine;
    public static String title;
    public static String noCharter;
    public static String noChangeLog;
    public static String changesNote;
    public static String totalUndistributed;
    public static String undistributed;
    public static String putOnLine;
    public static String putOnLineTip;
    public static String putOnLineTitle;
    public static String putOnLineMessage;

    static {
        initializeMessages("org.chartroom.variance.ui.messages", Messages.class);
    }

    private Messages() {
    }
}
