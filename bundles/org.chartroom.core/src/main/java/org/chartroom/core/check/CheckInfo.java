package org.chartroom.core.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A check as it is declared.
 *
 * @param id its id
 * @param name what users call it, translated
 * @param description what it finds and why that matters, one or two sentences, translated
 * @param severity how serious what it finds is
 * @param parameters its thresholds
 * @param bundle symbolic name of the bundle that brings it
 */
public record CheckInfo(String id, String name, String description, Severity severity, List<Parameter> parameters,
        String bundle) {
    /**
     * A threshold.
     *
     * @param name its name
     * @param label what users call it, translated
     * @param value its value, unless a workspace sets another
     */
    public record Parameter(String name, String label, BigDecimal value) {
    }

    /**
     * Reads how a check is declared in an element {@code check} of the extension point.
     *
     * @param id its id
     * @param bundle symbolic name of the bundle that brings it
     * @param attributes the attributes of the element
     * @param parameters the attributes of its elements {@code parameter}
     * @return how it is declared
     * @throws IllegalArgumentException when its severity is none, or the value of a parameter is no number
     */
    public static CheckInfo declared(String id, String bundle, Map<String, String> attributes,
            List<Map<String, String>> parameters) {
        return new CheckInfo(id, attributes.getOrDefault("name", id), attributes.getOrDefault("description", ""),
                Severity.valueOf(attributes.getOrDefault("severity", Severity.WARNING.name()).toUpperCase(Locale.ROOT)),
                parameters.stream().map(CheckInfo::parameter).toList(), bundle);
    }

    private static Parameter parameter(Map<String, String> attributes) {
        String name = attributes.getOrDefault("name", "");
        return new Parameter(name, attributes.getOrDefault("label", name),
                new BigDecimal(attributes.getOrDefault("value", "")));
    }
}
