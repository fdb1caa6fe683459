package org.chartroom.core.check;

import java.util.List;

import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Something a check found.
 *
 * @param checkId id of the check
 * @param severity how serious it is
 * @param element the element it is about
 * @param feature the field it is about; null when it is about the element as a whole
 * @param message one sentence for the user: what, and what to do
 * @param fixes ways to mend it; may be empty
 */
public record Finding(String checkId, Severity severity, Element element, EStructuralFeature feature, String message,
        List<QuickFix> fixes) {
}
