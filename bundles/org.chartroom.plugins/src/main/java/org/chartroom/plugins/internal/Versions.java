package org.chartroom.plugins.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.osgi.framework.Version;

/** Versions as bundles and Maven write them. */
final class Versions {
    private static final Pattern PARTS = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:[.-](.*))?");

    private static final int MOST_DIGITS = 9;

    private Versions() {
    }

    /** @return the version; 0.0.0 when the text is none */
    static Version of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return Version.emptyVersion;
        }
        String qualifier = parts.group(4) == null ? "" : parts.group(4).replaceAll("[^A-Za-z0-9_-]", "_");
        return new Version(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)), qualifier);
    }

    private static int number(String digits) {
        if (digits == null) {
            return 0;
        }
        // More digits than a version has room for are the highest it can say.
        return digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
