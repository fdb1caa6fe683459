package org.chartroom.cli.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Arguments of the form NAME=VALUE. Everything behind the first equals sign is the value, as it is: quotes, line breaks
 * and further equals signs are letters of it.
 */
final class Assignments {
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * @param form the form, for the message
     * @param arguments the arguments; of several with one name the last counts
     * @throws InputException when one has no equals sign
     */
    Assignments(String form, List<String> arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0) {
                throw new InputException(
                        "\"" + argument + "\" is not of the form " + form + "; put an equals sign into it.");
            }
            values.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
    }

    void forEach(BiConsumer<String, String> action) {
        values.forEach(action);
    }
}
