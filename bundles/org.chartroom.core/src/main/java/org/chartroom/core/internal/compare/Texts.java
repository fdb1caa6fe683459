package org.chartroom.core.internal.compare;

import java.util.List;
import java.util.Objects;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.model.Subject;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;

/** Elements and values as users read them in differences, and what tells values apart. */
final class Texts {
    private static final int LONGEST_LABEL = 80;

    private Texts() {
    }

    /** @return key and title, a name, or what the element is */
    static String label(Element element) {
        if (element instanceof Subject subject && (subject.getKey() != null || subject.getTitle() != null)) {
            return (Objects.requireNonNullElse(subject.getKey(), "") + " "
                    + Objects.requireNonNullElse(subject.getTitle(), "")).strip();
        }
        for (String feature : List.of("name", "description", "text")) {
            EStructuralFeature named = element.eClass().getEStructuralFeature(feature);
            if (named instanceof EAttribute && !named.isMany() && element.eGet(named) instanceof String text
                    && !text.isBlank()) {
                return text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL - 1) + "\u2026" : text;
            }
        }
        return Presentation.label(element.eClass());
    }

    /** @return the value as users read it; empty when there is none */
    static String text(EStructuralFeature feature, Object value) {
        if (value instanceof List<?> many) {
            return String.join(", ", many.stream().map(one -> text(feature, one)).toList());
        }
        if (value == null) {
            return "";
        }
        if (value instanceof Element element) {
            return element.eIsProxy() ? id(element) : label(element);
        }
        if (feature.getEType() instanceof EEnum literals && value instanceof Enumerator literal) {
            return Presentation.label(value, literals.getEEnumLiteral(literal.getValue()));
        }
        return feature instanceof EAttribute attribute
                ? EcoreUtil.convertToString(attribute.getEAttributeType(), value)
                : String.valueOf(value);
    }

    /** @return the value with ids in the place of elements, so that it can be compared with that of another state */
    static Object comparable(Object value) {
        if (value instanceof InternalEList<?> many) {
            // Without resolving: loading what is referred to is not needed for its id.
            return many.basicList().stream().map(Texts::comparable).toList();
        }
        return value instanceof EObject target ? id(target) : value;
    }

    private static String id(EObject target) {
        return target.eIsProxy() ? ((InternalEObject) target).eProxyURI().fragment() : EcoreUtil.getID(target);
    }
}
