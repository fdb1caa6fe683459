package org.chartroom.ui.internal;

import java.util.List;

/**
 * The arguments that the workbench understands.
 *
 * @param screenshot the PNG file to write before the workbench closes by itself, or null
 * @param theme the theme to start with, {@code light} or {@code dark}, or null for the one used last
 */
record WorkbenchArguments(String screenshot, String theme) {
    static WorkbenchArguments parse(String[] arguments) {
        List<String> all = List.of(arguments);
        return new WorkbenchArguments(value(all, "--screenshot"), value(all, "--theme"));
    }

    private static String value(List<String> arguments, String option) {
        int at = arguments.indexOf(option);
        return at < 0 || at + 1 >= arguments.size() ? null : arguments.get(at + 1);
    }
}
