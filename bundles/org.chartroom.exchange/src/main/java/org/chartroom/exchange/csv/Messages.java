package org.chartroom.exchange.csv;

import org.eclipse.osgi.util.NLS;

/** Texts about files. */
final class Messages extends NLS {
    public static String above;
    public static String wideWithoutMark;
    public static String otherScript;
    public static String otherCodePage;
    public static String guessedEncoding;
    public static String column;
    public static String binaryWorkbook;
    public static String database;
    public static String fileTooLarge;
    public static String modelTooLarge;
    public static String heading;
    public static String hiddenRows;
    public static String line;
    public static String lineFirst;
    public static String longHeader;
    public static String merged;
    public static String mixedEncoding;
    public static String model;
    public static String noCells;
    public static String noRecords;
    public static String noSuchHeader;
    public static String numbers;
    public static String openSpreadsheet;
    public static String oscalXml;
    public static String otherEncoding;
    public static String otherTable;
    public static String packed;
    public static String page;
    public static String pdf;
    public static String picture;
    public static String project;
    public static String repeated;
    public static String row;
    public static String rowFirst;
    public static String sameName;
    public static String spreadsheetXml;
    public static String stray;
    public static String strictWorkbook;
    public static String surplus;
    public static String textDocument;
    public static String total;
    public static String totalQualifiers;
    public static String totalWords;
    public static String keyColumns;
    public static String jsonLines;
    public static String twoHeaders;
    public static String otherSummaryWords;
    public static String noteWords;
    public static String stampWords;
    public static String noteBelow;
    public static String toldApart;
    public static String unknownEncoding;
    public static String xml;

    static {
        initializeMessages("org.chartroom.exchange.csv.messages", Messages.class);
    }

    private Messages() {
    }
}
