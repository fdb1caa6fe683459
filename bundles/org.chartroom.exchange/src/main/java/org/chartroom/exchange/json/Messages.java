package org.chartroom.exchange.json;

import org.eclipse.osgi.util.NLS;

/** Texts of models as JSON. */
final class Messages extends NLS {
    public static String besideRecords;
    public static String sameField;
    public static String jsonArray;
    public static String jsonBytes;
    public static String jsonDamaged;
    public static String jsonDeep;
    public static String jsonFlag;
    public static String jsonHuge;
    public static String jsonMoney;
    public static String jsonNumber;
    public static String jsonObject;
    public static String jsonPrimitive;
    public static String jsonReference;
    public static String jsonRefused;
    public static String jsonTarget;
    public static String jsonText;
    public static String jsonType;
    public static String jsonUnknownField;
    public static String jsonUnknownType;
    public static String jsonValue;
    public static String jsonVersion;
    public static String jsonWrongType;
    public static String jsonTwice;
    public static String jsonUnreadable;
    public static String manyFields;
    public static String nestedRecords;
    public static String noJsonFile;
    public static String noObjects;
    public static String noRecords;
    public static String noSuchRecords;
    public static String otherRecords;
    public static String unsplitLists;

    static {
        initializeMessages("org.chartroom.exchange.json.messages", Messages.class);
    }

    private Messages() {
    }
}
