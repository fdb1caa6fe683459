package org.chartroom.core.store;

import java.util.Set;

import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What a commit does to one element.
 *
 * @param kind what happens to it
 * @param element the element in its new state; a deleted one in its last state, detached
 * @param features for {@link Kind#UPDATED} the changed attributes and non-containment references; empty otherwise
 * @param relocated for {@link Kind#UPDATED} whether the element has another container or containment feature
 */
public record ObjectChange(Kind kind, Element element, Set<EStructuralFeature> features, boolean relocated) {
    /** What happens to an element. */
    public enum Kind {
        /** It is new; all its features count. */
        CREATED,
        /** It has other values. */
        UPDATED,
        /** It is gone; what it contained has a change of its own. */
        DELETED
    }
}
