package org.chartroom.exchange.importing;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.type.Presentation;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What new elements have that nobody said: fields that always have a value and turn the figures around, as the direction of
 * a metric does. The model marks them with the detail "assumed" of their presentation.
 */
final class Assumptions {
    private final Map<EClass, List<EAttribute>> marked = new HashMap<>();
    /** The new elements of which nobody has said the field yet. */
    private final Map<EStructuralFeature, Set<EObject>> unsaid = new LinkedHashMap<>();

    /** Tells of a new element. */
    void made(EObject element) {
        marked.computeIfAbsent(element.eClass(), Assumptions::marked)
                .forEach(field -> unsaid
                        .computeIfAbsent(field, one -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .add(element));
    }

    private static List<EAttribute> marked(EClass elementClass) {
        return elementClass.getEAllAttributes().stream()
                .filter(field -> Presentation.detail(field, "assumed").filter("true"::equals).isPresent()).toList();
    }

    /** Tells that the file says a field of an element. */
    void said(EObject element, EStructuralFeature field) {
        Set<EObject> elements = unsaid.get(field);
        if (elements != null) {
            elements.remove(element);
        }
    }

    /** Adds what is taken for granted, one sentence for each field. */
    void addNotes(List<String> notes) {
        unsaid.forEach((field, elements) -> elements.stream().findFirst()
                .ifPresent(one -> notes.add(Messages.bind(Messages.valueAssumed, new Object[]{
                        Presentation.label(field), Shown.brief(one.eGet(field)), elements.size()}))));
    }
}
