package org.chartroom.core.store;

import java.util.List;

/**
 * A containment list in which elements were added, removed or moved, so that the places of its elements have to be
 * stored.
 *
 * @param owner the element that has the list
 * @param label how messages name the owner
 * @param reference a containment reference of many
 * @param isAppended whether nothing happened but additions at the end, so that earlier places are as they were
 * @param elements the elements of the list in their new order; only the added ones where it is appended
 */
public record ListOrder(ElementRef owner, String label, FeatureName reference, boolean isAppended,
        List<ElementRef> elements) {
    /** Takes the elements as they are now. */
    public ListOrder {
        elements = List.copyOf(elements);
    }
}
