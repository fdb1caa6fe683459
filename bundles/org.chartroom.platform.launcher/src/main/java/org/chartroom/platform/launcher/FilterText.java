package org.chartroom.platform.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The filter of a requirement in the words of a manifest: the name, and the versions as a range.
 */
final class FilterText {
    private static final Pattern FROM = Pattern.compile("\\((?:bundle-)?version>=([^)]*)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\((?:bundle-)?version>=([^)]*)\\)\\)");
    private static final Pattern UP_TO = Pattern.compile("\\((?:bundle-)?version<=([^)]*)\\)");

    private FilterText() {
    }

    static String of(String namespace, String filter) {
        Matcher name = Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]*)\\)").matcher(filter);
        if (!name.find()) {
            return filter;
        }
        Matcher below = BELOW.matcher(filter);
        String top = below.find() ? below.group(1) + ")" : null;
        String rest = BELOW.matcher(filter).replaceAll("");
        Matcher upTo = UP_TO.matcher(rest);
        if (upTo.find()) {
            top = upTo.group(1) + "]";
        }
        Matcher from = FROM.matcher(rest);
        String bottom = from.find() ? from.group(1) : null;
        if (top != null) {
            return name.group(1) + " [" + (bottom == null ? "0.0.0" : bottom) + "," + top;
        }
        return bottom == null || "0.0.0".equals(bottom) ? name.group(1) : name.group(1) + " " + bottom + " or newer";
    }
}
