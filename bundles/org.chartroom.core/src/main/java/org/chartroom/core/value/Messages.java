package org.chartroom.core.value;

import org.eclipse.osgi.util.NLS;

/** Why a text is no value; each completes "because ...". */
final class Messages extends NLS {
    public static String ambiguousCurrency;
    public static String ambiguousCurrencyInColumn;
    public static String ambiguousDate;
    public static String ambiguousDateInColumn;
    public static String ambiguousNumber;
    public static String ambiguousNumberInColumn;
    public static String errorOfASpreadsheet;
    public static String noCurrency;
    public static String noCurrencyInColumn;
    public static String noPercentage;
    public static String noSuchTime;
    public static String noneOf;
    public static String notADate;
    public static String notAMoney;
    public static String notANumber;
    public static String notATime;
    public static String notAValue;
    public static String notAbove;
    public static String notWhole;
    public static String outOfRange;
    public static String notYesOrNo;
    public static String twiceThatTime;
    public static String unknownCurrency;
    public static String taken;
    public static String byOtherColumns;
    public static String byDelimiter;

    static {
        initializeMessages("org.chartroom.core.value.messages", Messages.class);
    }

    private Messages() {
    }
}
