package org.chartroom.exchange.csv;

import org.eclipse.osgi.util.NLS;

/** Texts about files. */
final class Messages extends NLS {
    public static String database;
    public static String model;
    public static String numbers;
    public static String openSpreadsheet;
    public static String oscalXml;
    public static String packed;
    public static String page;
    public static String pdf;
    public static String picture;
    public static String project;
    public static String spreadsheetXml;
    public static String textDocument;
    public static String xml;

    static {
        initializeMessages("org.chartroom.exchange.csv.messages", Messages.class);
    }

    private Messages() {
    }
}
