package org.chartroom.exchange.importing;

import java.util.Map;
import java.util.Optional;

/**
 * What is done with one column.
 *
 * @param column its index in the table, from 0
 * @param name its name in the file
 * @param target where its values go; empty to leave the column out
 * @param scale how its numbers are spread, where the target has a scale of steps; {@link Scale#STEPS} otherwise
 * @param values translations of single values before conversion, for example of "W" to "accept"
 */
public record ColumnMapping(int column, String name, Optional<ColumnTarget> target, Scale scale,
        Map<String, String> values) {
    /**
     * @param other another target
     * @return this mapping to it, without scale and translations
     */
    public ColumnMapping to(Optional<ColumnTarget> other) {
        return new ColumnMapping(column, name, other, Scale.STEPS, Map.of());
    }

    /**
     * @param other another scale
     * @return this mapping with it
     */
    public ColumnMapping with(Scale other) {
        return new ColumnMapping(column, name, target, other, values);
    }

    /**
     * @param other other translations
     * @return this mapping with them
     */
    public ColumnMapping with(Map<String, String> other) {
        return new ColumnMapping(column, name, target, scale, Map.copyOf(other));
    }
}
