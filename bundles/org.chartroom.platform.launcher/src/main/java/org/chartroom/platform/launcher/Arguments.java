package org.chartroom.platform.launcher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of the application, on their way into the framework, which holds texts only. */
final class Arguments {
    /** Framework property with the number of arguments; the argument n has a property of its own with {@code .n}. */
    private static final String COUNT = "org.chartroom.arguments";
    private static final char LOST = '\uFFFD';

    private Arguments() {
    }

    /** Gives each argument a framework property of its own, so that it may hold any letter. */
    static Map<String, String> properties(List<String> arguments) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(COUNT, String.valueOf(arguments.size()));
        for (int i = 0; i < arguments.size(); i++) {
            properties.put(COUNT + "." + i, arguments.get(i));
        }
        return properties;
    }

    /**
     * Looks for a letter that was lost before Chartroom could see it.
     *
     * @param encoding the encoding of the environment
     * @return one sentence; empty when all letters are there
     */
    static Optional<String> problem(String[] arguments, String encoding) {
        for (String argument : arguments) {
            if (argument.indexOf(LOST) >= 0 || hasLoneSurrogate(argument)) {
                return Optional.of("the argument \"" + argument.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?")
                        + "\" has letters that can't be read in the encoding of this environment (" + encoding
                        + "); set LC_ALL=C.UTF-8 or another UTF-8 locale, and write the argument in it.");
            }
        }
        return Optional.empty();
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(letter -> letter >= Character.MIN_SURROGATE
                && letter <= Character.MAX_SURROGATE);
    }
}
