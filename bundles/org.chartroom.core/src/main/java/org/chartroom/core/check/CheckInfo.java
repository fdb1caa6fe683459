package org.chartroom.core.check;

import java.math.BigDecimal;
import java.util.List;

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
}
