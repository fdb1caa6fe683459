package org.chartroom.core.value;

import java.util.Set;
import java.util.regex.Pattern;

/** Texts that stand where a value should be: errors of spreadsheets, and words for "not known yet". */
public final class Placeholders {
    private static final Pattern ERROR = Pattern.compile("#(N/A|NV|N/D|N/B|REF!|NAME\\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!"
            + "|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA|BEZUG!|WERT!|ZAHL!|VALEUR!|NOM\\?|NOMBRE!"
            + "|NOMBRE\\?|\u00A1REF!|\u00A1VALOR!|\u00A1DIV/0!|\u00A1NUM!|\u00A1NULO!|\u00BFNOMBRE\\?|VALOR!|NOME\\?"
            + "|RIF!|VALORE!|#+)");
    private static final Set<String> NOTHING = Set.of("n/a", "n.a.", "n/k", "-", "--", "---", "\u2013", "\u2014", "tbd",
            "t.b.d.", "tbc", "tba", "?", "??", "???", "null", "(blank)", "k.a.", "n/v");

    private Placeholders() {
    }

    /**
     * @param text a cell
     * @return whether it is an error that a spreadsheet shows instead of a value
     */
    public static boolean isError(String text) {
        return text.startsWith("#") && ERROR.matcher(text.strip()).matches();
    }

    /**
     * @param text a cell
     * @return whether it says that there is no value
     */
    public static boolean isNothing(String text) {
        return text.length() <= 10 && NOTHING.contains(Names.folded(text));
    }

    /**
     * @param text a cell
     * @throws IllegalArgumentException when it is an error of a spreadsheet; the message completes "because ..."
     */
    public static void refuseError(String text) {
        if (isError(text)) {
            throw new IllegalArgumentException(
                    org.eclipse.osgi.util.NLS.bind(Messages.errorOfASpreadsheet, text.strip()));
        }
    }
}
