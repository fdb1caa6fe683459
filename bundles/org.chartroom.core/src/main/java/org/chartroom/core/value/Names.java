package org.chartroom.core.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and keys as they are compared: what looks the same is the same. */
public final class Names {
    /** What has no width and no meaning; joiners stay, because letters look different without them. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u200E\\u200F\\u061C\\u2060\\uFEFF]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s\\u0085]+");

    private Names() {
    }

    /**
     * @param text a name, a key or the header of a column
     * @return what it is compared by: letters composed and small, every run of blanks one space, none at the ends
     */
    public static String folded(String text) {
        return isPlain(text) ? text.toLowerCase(Locale.ROOT) : visible(text).toLowerCase(Locale.ROOT);
    }

    /**
     * @param text a name, a key or the header of a column
     * @return the text with letters composed, every run of blanks one space, none at the ends, and nothing invisible
     */
    public static String visible(String text) {
        if (isPlain(text)) {
            return text;
        }
        String seen = INVISIBLE.matcher(text).replaceAll("");
        return Normalizer.normalize(BLANKS.matcher(seen).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /**
     * @param one a name or key; may be null
     * @param other another; may be null
     * @return whether they look the same, in any case of letters
     */
    public static boolean same(String one, String other) {
        return one != null && other != null && (one.equals(other) || folded(one).equals(folded(other)));
    }

    /** As nearly all are: without this a large table would pay for the few. */
    private static boolean isPlain(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' && (i == 0 || i == length - 1 || text.charAt(i - 1) == ' ');
            if (c < ' ' || c > '~' || blank) {
                return false;
            }
        }
        return true;
    }
}
