package org.chartroom.core.internal.compare;

import java.util.Map;
import java.util.Set;

/**
 * What a session changed, by the ids of the elements.
 *
 * @param created elements that are new
 * @param deleted elements that are gone
 * @param values names of the fields that have other values
 * @param relocated elements that are in another container or list
 * @param ordered names of the lists in which elements came, went or moved, by their owners
 */
public record OwnChanges(Set<String> created, Set<String> deleted, Map<String, Set<String>> values,
        Set<String> relocated, Map<String, Set<String>> ordered) {
    boolean hasValue(String elementId, String feature) {
        return values.getOrDefault(elementId, Set.of()).contains(feature);
    }

    boolean hasOrder(String ownerId, String list) {
        return ordered.getOrDefault(ownerId, Set.of()).contains(list);
    }

    /** @return whether the element itself is new or has other values, whatever is in it */
    boolean touches(String elementId) {
        return created.contains(elementId) || values.containsKey(elementId) || relocated.contains(elementId);
    }
}
