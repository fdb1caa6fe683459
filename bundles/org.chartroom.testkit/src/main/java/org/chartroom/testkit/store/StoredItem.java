package org.chartroom.testkit.store;

import java.util.Map;

import org.chartroom.core.store.FeatureName;
import org.chartroom.core.store.TypeName;

/**
 * An element as a store in memory holds it.
 *
 * @param id its id
 * @param type its class
 * @param container id of the element it is in; null for a root
 * @param feature the containment feature it is in; null for a root
 * @param values its values as change sets hold them
 * @param changedBy number of the revision that changed it last
 */
record StoredItem(String id, TypeName type, String container, FeatureName feature, Map<FeatureName, Object> values,
        long changedBy) {
    StoredItem at(String newContainer, FeatureName newFeature, long revision) {
        return new StoredItem(id, type, newContainer, newFeature, values, revision);
    }

    StoredItem with(Map<FeatureName, Object> newValues, long revision) {
        return new StoredItem(id, type, container, feature, newValues, revision);
    }

    Object value(String name) {
        for (Map.Entry<FeatureName, Object> entry : values.entrySet()) {
            if (entry.getKey().name().equals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
