package org.chartroom.core.internal.workspace;

import java.util.Map;
import java.util.Set;

import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What a session did to one element.
 *
 * @param kind what happened to it
 * @param element the element in its new state; a deleted one in its last state, detached
 * @param before for {@link Kind#UPDATED} the changed attributes and non-containment references, with the values that they
 *            had; empty otherwise
 * @param from for {@link Kind#UPDATED} the place that it had, when it has another one now; null otherwise
 */
record ObjectChange(Kind kind, Element element, Map<EStructuralFeature, Object> before, Origin from) {
    /** What happens to an element. */
    enum Kind {
        /** It is new; all its features count. */
        CREATED,
        /** It has other values, or another place. */
        UPDATED,
        /** It is gone; what it contained has a change of its own. */
        DELETED
    }

    /** Where an element was. */
    record Origin(Element container, EStructuralFeature feature) {
    }

    Set<EStructuralFeature> features() {
        return before.keySet();
    }

    boolean relocated() {
        return from != null;
    }
}
