package org.chartroom.platform.launcher;

import java.util.Locale;

/**
 * While it is open, texts are formatted as for machines. Felix formats a version of its own when it is made, with the digits
 * of the user's locale, which no version may have; it can't be told which locale to take.
 */
final class RootFormats implements AutoCloseable {
    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

    RootFormats() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    }

    @Override
    public void close() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }
}
