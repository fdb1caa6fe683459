package org.chartroom.core.workspace;

import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * A change that is not committed without a reason, because the model says so.
 *
 * @param element the changed element
 * @param feature the field that demands it; null when the class does
 * @param message one sentence for the user
 */
public record ReasonDemand(Element element, EStructuralFeature feature, String message) {
}
