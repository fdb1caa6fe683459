package org.chartroom.core.link;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.model.Link;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.osgi.util.NLS;

/**
 * A reference to an element, seen from that element.
 *
 * @param source the element that refers; for a typed link the link itself
 * @param feature its feature that refers
 * @param target the element that is referred to
 */
public record Backlink(Element source, EStructuralFeature feature, Element target) {
    /** @return who refers: the nearest thing with a key that the referring element is or is in; null when there is none */
    public Subject subject() {
        EObject around = source instanceof Link ? source.eContainer() : source;
        while (around != null && !(around instanceof Subject)) {
            around = around.eContainer();
        }
        return (Subject) around;
    }

    /** @return what the reference means as seen from the target, for example "Mitigated by" or "Charter of" */
    public String label() {
        if (source instanceof Link link) {
            EEnumLiteral literal = ModelPackage.Literals.LINK_TYPE.getEEnumLiteral(link.getType().getValue());
            return Presentation.detail(literal, "inverse").orElseGet(() -> Presentation.label(literal));
        }
        return NLS.bind(Messages.fieldOf, Presentation.label(feature));
    }

    /** @return the note of a typed link; empty when there is none */
    public String note() {
        return source instanceof Link link && link.getNote() != null ? link.getNote() : "";
    }
}
