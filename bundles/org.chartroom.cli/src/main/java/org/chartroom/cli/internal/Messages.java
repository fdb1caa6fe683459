package org.chartroom.cli.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of commands; NLS sets public fields only. */
final class Messages extends NLS {
    public static String checksNoId;
    public static String checksNothing;
    public static String checksReason;
    public static String checksSeverity;
    public static String checksThreshold;
    public static String checksUnknown;
    public static String noMappingThere;
    public static String newOnly;
    public static String otherType;
    public static String again;
    public static String askNew;
    public static String askOld;
    public static String changed;
    public static String empty;
    public static String emptyNew;
    public static String besides;
    public static String besidesUnread;
    public static String hasOne;
    public static String hasNone;
    public static String howToGive;
    public static String howToGiveNew;
    public static String lossWarning;
    public static String noLine;
    public static String notSame;
    public static String notUtf8;
    public static String removed;
    public static String savedAs;
    public static String set;
    public static String standardInput;
    public static String descriptor;
    public static String descriptorUnreadable;
    public static String stdinUnreadable;
    public static String tooLong;
    public static String wrongAgain;
    public static String rowsRefused;
    public static String valuesNowhere;
    public static String fixedMeanings;
    public static String fixedColumns;
    public static String unusedValue;
    public static String wordInNoCell;
    public static String noSuchList;
    public static String whichList;
    public static String noImport;
    public static String noImports;
    public static String importLine;
    public static String isSealed;
    public static String nothingSealed;
    public static String noSuchSealed;
    public static String sealedLine;
    public static String sealedReady;
    public static String leftOut;
    public static String ofFirstSheet;
    public static String otherTarget;
    public static String unsealed;
    public static String unsealReason;

    static {
        initializeMessages("org.chartroom.cli.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
