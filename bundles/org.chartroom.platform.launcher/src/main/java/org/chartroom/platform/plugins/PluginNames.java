package org.chartroom.platform.plugins;

import java.util.regex.Pattern;
import org.osgi.framework.Version;

/** What plug-ins and their parts may be called: names come from elsewhere, and become paths, keys and lines on screens. */
public final class PluginNames {
    private static final int MOST_LETTERS = 150;
    private static final String TOKEN = "[A-Za-z0-9_-]+";
    private static final Pattern SYMBOLIC_NAME = Pattern.compile(TOKEN + "(\\." + TOKEN + ")*");
    private static final Pattern FEATURE = Pattern
            .compile(TOKEN + "(\\." + TOKEN + ")*:" + TOKEN + "(\\." + TOKEN + ")*");
    private static final Pattern MAVEN_VERSION = Pattern.compile("[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)*");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_+-][A-Za-z0-9._+-]*");
    /** Controls, line ends, halves of letters, and what turns the order of the letters round it about. */
    private static final Pattern UNSEEN = Pattern
            .compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\x{E0000}-\\x{E007F}]");

    private PluginNames() {
    }

    /**
     * Tells whether a text is a symbolic name in the syntax of OSGi.
     *
     * @param text the text
     * @return whether it is one, and no longer than a file name may be
     */
    public static boolean isSymbolicName(String text) {
        return fits(SYMBOLIC_NAME, text);
    }

    /**
     * Tells whether a text is the id of a plug-in: a symbolic name, or group and name of a feature.
     *
     * @param text the text
     * @return whether it is one
     */
    public static boolean isId(String text) {
        return isSymbolicName(text) || fits(FEATURE, text);
    }

    /**
     * Tells whether a text is the version of a bundle in the syntax of OSGi.
     *
     * @param text the text
     * @return whether it is one
     */
    public static boolean isVersion(String text) {
        try {
            return text.length() <= MOST_LETTERS && Version.parseVersion(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Tells whether a text is the version of a feature, which may be written as Maven does.
     *
     * @param text the text
     * @return whether it is one
     */
    public static boolean isFeatureVersion(String text) {
        return fits(MAVEN_VERSION, text);
    }

    /**
     * Tells whether a text is the name of a file or folder that can't lead out of the folder it is in.
     *
     * @param text the text
     * @return whether it is one
     */
    public static boolean isFileName(String text) {
        return text.length() <= 2 * MOST_LETTERS && FILE.matcher(text).matches();
    }

    /**
     * Tells whether people see all of a text as it is: nothing in it hides, moves or ends what stands beside it.
     *
     * @param text the text
     * @return whether it is one
     */
    public static boolean isPlain(String text) {
        return !UNSEEN.matcher(text).find();
    }

    /**
     * Makes visible what would hide.
     *
     * @param text a text that need not be plain
     * @return the text with a question mark in the place of each letter that is not
     */
    public static String shown(String text) {
        return UNSEEN.matcher(text).replaceAll("?");
    }

    private static boolean fits(Pattern pattern, String text) {
        return text.length() <= MOST_LETTERS && pattern.matcher(text).matches();
    }
}
