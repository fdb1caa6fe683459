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
    public static String modelSealed;
    public static String modelSetting;
    public static String modelStored;
    public static String modelUnknownType;
    public static String unsealAbsent;
    public static String unsealRefused;
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
    public static String noHeader;
    public static String headerIn;
    public static String sheetTaken;
    public static String otherSheets;
    public static String otherLists;
    public static String recordsTaken;
    public static String textTaken;
    public static String nowhere;
    public static String values;
    public static String decimalMark;
    public static String dateOrder;
    public static String scaleOf;
    public static String inCurrency;
    public static String unitOfHeader;
    public static String noMappingFile;
    public static String damagedMappingFile;
    public static String unknownInMappingFile;
    public static String noSuchColumn;
    public static String noSuchField;
    public static String noScale;
    public static String unknownScale;
    public static String outsideScale;
    public static String noWholeStep;
    public static String otherCurrency;
    public static String currencyOfHeader;
    public static String unitTwice;
    public static String unknownWord;
    public static String noStep;
    public static String otherStep;
    public static String factor;
    public static String goesNowhere;
    public static String scaleTaken;
    public static String hardlyMatches;
    public static String empty;
    public static String sameItem;
    public static String contradiction;
    public static String noWhen;
    public static String severalAlike;
    public static String newInList;
    public static String changedInList;
    public static String noPeriod;
    public static String ambiguousPeriod;
    public static String overlappingPeriod;
    public static String otherLength;
    public static String months;
    public static String quarters;
    public static String quartersTaken;
    public static String periodsMade;
    public static String refusedTarget;
    public static String ambiguousColumn;
    public static String ofArtifact;
    public static String noIdentity;
    public static String unknownValue;
    public static String sheetWithRows;
    public static String titleOrKey;
    public static String noSuchItem;
    public static String fieldsAndValues;
    public static String contradictsComputed;
    public static String moreContradictions;
    public static String totalRows;
    public static String totalSum;
    public static String totalDifference;
    public static String totalUnread;
    public static String compared;
    public static String comparedWith;
    public static String unreadable;
    public static String refusedRow;
    public static String optionsSaid;
    public static String moreLines;
    public static String newInDirectory;
    public static String modelCounts;
    public static String because;

    static {
        initializeMessages("org.chartroom.exchange.importing.messages", Messages.class);
    }

    private Messages() {
    }
}
