package org.chartroom.core.value;

import java.util.regex.Pattern;

/**
 * The one law about texts that a spreadsheet takes for a formula (OWASP, CSV Injection): in a file of ours they have an
 * apostrophe before them, and so has a text that begins with one; whoever reads such a file takes exactly one off.
 */
public final class FormulaGuard {
    private static final String DANGEROUS = "=+-@\t\r'";
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+([.,]\\d+)?( [A-Z]{3})?");

    private FormulaGuard() {
    }

    /**
     * @param text a value in file form
     * @return the value; with an apostrophe before it when a spreadsheet would run it, or take off its own
     */
    public static String guarded(String text) {
        return isDangerous(text, 0) && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /**
     * @param text a cell of a file
     * @return whether it begins with the apostrophe that {@link #guarded} puts
     */
    public static boolean isGuarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && isDangerous(text, 1);
    }

    /**
     * @param text a cell of a file that {@link #guarded} wrote
     * @return the value
     */
    public static String unguarded(String text) {
        return isGuarded(text) ? text.substring(1) : text;
    }

    private static boolean isDangerous(String text, int at) {
        return text.length() > at && DANGEROUS.indexOf(text.charAt(at)) >= 0;
    }
}
