package org.chartroom.vendor.ui;

import org.eclipse.osgi.util.NLS;

/** Texts of the editor. */
final class Messages extends NLS {
    public static String addContact;
    public static String addMeasurement;
    public static String addMetric;
    public static String allMetrics;
    public static String annualValue;
    public static String breaches;
    public static String breachesShort;
    public static String contacts;
    public static String contractEnds;
    public static String credit;
    public static String daysLeft;
    public static String deleteContact;
    public static String deleteMeasurement;
    public static String deleteMetric;
    public static String ends;
    public static String grade;
    public static String key;
    public static String measurements;
    public static String metrics;
    public static String metricsShown;
    public static String noContract;
    public static String noMeasurement;
    public static String noRanking;
    public static String noticeBy;
    public static String noticePassed;
    public static String noticeSoon;
    public static String nothingSelected;
    public static String notAvailable;
    public static String overview;
    public static String ranking;
    public static String rankingNote;
    public static String rank;
    public static String renewals;
    public static String renewalsNote;
    public static String renews;
    public static String score;
    public static String scoreOf;
    public static String scoreTip;
    public static String state;
    public static String then;
    public static String trend;
    public static String trends;
    public static String trendOf;
    public static String vendor;

    static {
        initializeMessages("org.chartroom.vendor.ui.messages", Messages.class);
    }

    private Messages() {
    }
}
