package org.chartroom.core.internal.workspace;

import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EReference;

/**
 * A containment list in which elements were added, removed or moved, so that the places of its elements have to be
 * stored.
 *
 * @param owner the element that has the list, in its new state
 * @param reference a containment reference of many
 * @param appendedOnly whether nothing happened but additions at the end, so that earlier places are as they were
 */
record ContainmentOrder(Element owner, EReference reference, boolean appendedOnly) {
}
