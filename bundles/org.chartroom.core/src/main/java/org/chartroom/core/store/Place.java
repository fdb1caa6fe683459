package org.chartroom.core.store;

/**
 * Where an element is contained.
 *
 * @param container the element that contains it
 * @param label how messages name the container
 * @param feature the containment feature
 */
public record Place(ElementRef container, String label, FeatureName feature) {
}
