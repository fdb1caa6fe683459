package org.chartroom.core.compare;

import java.util.List;

import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * A node in the tree of differences: an element, or one field of it.
 *
 * @param kind what happened from left to right
 * @param label what users call the element or the field
 * @param typeLabel what users call the class of the element; empty for a field
 * @param left the element on the left, for a field the one that has it; null when there is none
 * @param right the same on the right
 * @param feature the field; for an element the list it is in, null for a whole artifact
 * @param leftText the value, or the place of a moved element, on the left as users read it; may be empty
 * @param rightText the same on the right
 * @param children fields and elements inside that differ
 */
public record Difference(Kind kind, String label, String typeLabel, Element left, Element right,
        EStructuralFeature feature, String leftText, String rightText, List<Difference> children) {
    /** What happened. */
    public enum Kind {
        /** The element is on the right only. */
        ADDED,
        /** The element is on the left only. */
        REMOVED,
        /** The element has another container, or another place among its siblings. */
        MOVED,
        /** The field has another value. */
        CHANGED,
        /** The field is computed, and what it is computed from differs. */
        DERIVED,
        /** The element itself is where it was; something in it differs. */
        INSIDE
    }

    /** @return whether this is a field, not an element */
    public boolean isField() {
        return kind == Kind.CHANGED || kind == Kind.DERIVED;
    }

    /** @return the element that is there, the right one where both are */
    public Element element() {
        return right == null ? left : right;
    }
}
