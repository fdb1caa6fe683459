package org.chartroom.exchange.importing;

import org.eclipse.osgi.util.NLS;

/** Texts of imports. */
final class Messages extends NLS {
    public static String forecastHistory;
    public static String poam;
    public static String reportedAsDone;
    public static String mitigating;
    public static String notMapped;
    public static String changedMeanwhile;
    public static String modelEmpty;
    public static String modelKept;
    public static String modelKey;
    public static String modelNoId;
    public static String modelOutside;
    public static String modelRoot;
    public static String modelSameId;
    public static String modelSetting;
    public static String modelUnknownType;
    public static String currencySaid;
    public static String currencyOfColumn;
    public static String currencyOfArtifact;
    public static String currencyColumns;
    public static String inColumn;
    public static String usualCurrency;
    public static String timeLeftOut;
    public static String wordForNothing;
    public static String cleaned;
    public static String apostrophes;
    public static String takenAs;

    static {
        initializeMessages("org.chartroom.exchange.importing.messages", Messages.class);
    }

    private Messages() {
    }
}
