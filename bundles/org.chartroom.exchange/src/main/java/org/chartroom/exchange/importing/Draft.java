package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.chartroom.exchange.importing.ImportPlan.Edit;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.CommandParameter;

/**
 * What is there as it will be when the plan is carried out: what is new is made and filled at once, changes of what is
 * there are written down. So a row sees what the rows before it bring.
 */
final class Draft {
    private final Set<EObject> made = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<EObject, Map<EStructuralFeature, Object>> changed = new IdentityHashMap<>();
    private final Map<EObject, Map<EReference, List<Element>>> added = new IdentityHashMap<>();
    private final List<Edit> edits = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Assumptions assumptions = new Assumptions();
    /** The element made last, which is asked about for each of its values. */
    private EObject newest;

    /**
     * Something that a row further down brings.
     *
     * @param id how its key is compared
     * @param name its key as it stands there
     */
    record Later(String id, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A reference that leads to something that is not made yet. */
    private record Waiting(EObject owner, EStructuralFeature feature, Object value) {
    }

    /** @return a new element with an id, in no list yet */
    Element make(EClass elementClass) {
        Element element = (Element) EcoreUtil.create(elementClass);
        element.setId(UUID.randomUUID().toString());
        made.add(element);
        newest = element;
        assumptions.made(element);
        return element;
    }

    /** @return whether the plan brings it */
    boolean isNew(EObject element) {
        return element == newest || made.contains(element);
    }

    /** @return the value a field will have */
    Object get(EObject owner, EStructuralFeature feature) {
        Map<EStructuralFeature, Object> values = owner == newest ? Map.of() : changed.getOrDefault(owner, Map.of());
        return values.containsKey(feature) ? values.get(feature) : owner.eGet(feature);
    }

    /** Gives a field a value. */
    void set(EObject owner, EStructuralFeature feature, Object value) {
        if (value instanceof Later
                || value instanceof List<?> many && many.stream().anyMatch(Later.class::isInstance)) {
            waiting.add(new Waiting(owner, feature, value));
            return;
        }
        if (isNew(owner)) {
            owner.eSet(feature, value);
            assumptions.said(owner, feature);
            return;
        }
        Map<EStructuralFeature, Object> values = changed.computeIfAbsent(owner, one -> new HashMap<>());
        if (values.containsKey(feature)) {
            edits.removeIf(edit -> edit.owner() == owner && edit.feature() == feature);
        }
        values.put(feature, value);
        edits.add(new Edit(owner, feature, value));
    }

    /** @return what a list will hold */
    @SuppressWarnings("unchecked")
    List<Element> elements(EObject owner, EReference list) {
        List<Element> there = (List<Element>) owner.eGet(list);
        List<Element> more = added.getOrDefault(owner, Map.of()).getOrDefault(list, List.of());
        if (more.isEmpty()) {
            return there;
        }
        List<Element> all = new ArrayList<>(there);
        all.addAll(more);
        return all;
    }

    /** Adds an element at the end of a list. */
    void add(EObject owner, EReference list, Element element) {
        add(owner, list, element, CommandParameter.NO_INDEX);
    }

    /** Adds an element to a list, at an index or at its end. */
    @SuppressWarnings("unchecked")
    void add(EObject owner, EReference list, Element element, int index) {
        if (isNew(owner)) {
            List<Element> elements = (List<Element>) owner.eGet(list);
            elements.add(index == CommandParameter.NO_INDEX ? elements.size() : index, element);
            return;
        }
        added.computeIfAbsent(owner, one -> new HashMap<>()).computeIfAbsent(list, one -> new ArrayList<>())
                .add(element);
        edits.add(new Edit(owner, list, element, index));
    }

    /**
     * Makes the references lead to what the rows brought.
     *
     * @param items the items by how their keys are compared
     * @return names of those that no row brought in the end
     */
    List<String> resolve(Map<String, ? extends EObject> items) {
        List<String> missing = new ArrayList<>();
        for (Waiting one : List.copyOf(waiting)) {
            List<Object> found = new ArrayList<>();
            for (Object value : one.value instanceof List<?> many ? many : List.of(one.value)) {
                Object element = value instanceof Later later ? items.get(later.id) : value;
                if (element == null) {
                    missing.add(value.toString());
                } else {
                    found.add(element);
                }
            }
            if (one.feature.isMany()) {
                set(one.owner, one.feature, found);
            } else if (!found.isEmpty()) {
                set(one.owner, one.feature, found.get(0));
            }
        }
        return missing;
    }

    /** Tells that the file says a field, also where it has the value already. */
    void said(EObject owner, EStructuralFeature feature) {
        assumptions.said(owner, feature);
    }

    /** Adds what is taken for granted of new elements. */
    void addNotes(List<String> notes) {
        assumptions.addNotes(notes);
    }

    /** @return the changes of what is there, in the order they were made */
    List<Edit> edits() {
        return edits;
    }
}
