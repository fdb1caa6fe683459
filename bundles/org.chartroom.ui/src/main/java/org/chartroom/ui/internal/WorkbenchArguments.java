package org.chartroom.ui.internal;

import java.util.List;

/**
 * The arguments that the workbench understands.
 *
 * @param screenshot the PNG file to write before the workbench closes by itself, or null
 * @param theme the theme to start with, {@code light} or {@code dark}, or null for the one used last
 * @param open key of the artifact to open, or "directory", with a slash and the id of a page of its editor behind it if
 *        wanted, or null
 * @param sample whether an empty workspace gets the sample portfolio
 */
record WorkbenchArguments(String screenshot, String theme, String open, boolean sample) {
    /** Stands for the directory in place of a key. */
    static final String DIRECTORY = "directory";

    static WorkbenchArguments parse(String[] arguments) {
        List<String> all = List.of(arguments);
        return new WorkbenchArguments(value(all, "--screenshot"), value(all, "--theme"), value(all, "--open"),
                all.contains("--sample"));
    }

    private static String value(List<String> arguments, String option) {
        int at = arguments.indexOf(option);
        return at < 0 || at + 1 >= arguments.size() ? null : arguments.get(at + 1);
    }
}
