package org.chartroom.core.internal.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.chartroom.core.merge.Choice;
import org.chartroom.core.merge.Decision;
import org.chartroom.core.store.ElementUris;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;

/** Makes the elements of a merge, as its decisions say; used once. */
final class Builder {
    private final Versions versions;
    private final Resolver resolver;
    private final Map<String, Element> elements = new LinkedHashMap<>();

    Builder(Versions versions, Resolver resolver) {
        this.versions = versions;
        this.resolver = resolver;
    }

    /** @return the roots */
    List<Element> build(Iterable<Decision> decisions) {
        for (String id : resolver.places().keySet()) {
            Element element = (Element) EcoreUtil.create(versions.any(id).eClass());
            element.setId(id);
            elements.put(id, element);
        }
        Map<Place, Set<String>> content = resolver.content();
        content.forEach(this::fill);
        elements.keySet().forEach(this::setFields);
        Keys keys = new Keys(versions);
        decisions.forEach(decision -> keys.separate(decision, elements));
        return content.getOrDefault(Place.ROOT, Set.of()).stream().map(elements::get).toList();
    }

    @SuppressWarnings("unchecked")
    private void fill(Place place, Set<String> members) {
        if (!place.isRoot()) {
            Element owner = elements.get(place.container());
            EReference list = (EReference) owner.eClass().getEStructuralFeature(place.list());
            if (list.isMany()) {
                // They are in no list yet, so there is no need to look for each of them in this one.
                InternalEList<Element> content = (InternalEList<Element>) owner.eGet(list);
                resolver.ordered(place.container(), list, members)
                        .forEach(member -> content.addUnique(elements.get(member)));
            } else {
                owner.eSet(list, elements.get(members.iterator().next()));
            }
        }
    }

    private void setFields(String id) {
        Element element = elements.get(id);
        for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
            if (Values.isField(feature)) {
                Object value = value(id, feature);
                if (!Objects.equals(value, Values.of(element, feature))) {
                    element.eSet(feature, feature instanceof EReference reference
                            ? objects(id, reference, value)
                            : value);
                }
            }
        }
    }

    private Object value(String id, EStructuralFeature feature) {
        if (!versions.isInBoth(id)) {
            Choice side = versions.only(id).orElseThrow();
            Object value = versions.of(side).value(id, feature);
            return feature instanceof EReference ? present(id, feature, value, value) : value;
        }
        Object ours = versions.wish(Choice.OURS, id, feature);
        Object theirs = versions.wish(Choice.THEIRS, id, feature);
        if (Values.isMergedByEntry(feature)) {
            return list(id, feature, (List<?>) ours, (List<?>) theirs);
        }
        boolean isOurs = resolver.choice(Findings.valueId(id, feature), Choice.OURS) == Choice.OURS;
        Object chosen = isOurs ? ours : theirs;
        return feature instanceof EReference ? present(id, feature, chosen, isOurs ? theirs : ours) : chosen;
    }

    @SuppressWarnings("unchecked")
    private Object list(String id, EStructuralFeature feature, List<?> ours, List<?> theirs) {
        Set<Object> members = new LinkedHashSet<>();
        Set<Object> all = new LinkedHashSet<>(ours);
        all.addAll(theirs);
        for (Object entry : all) {
            String decision = Findings.entryId(id, feature, entry);
            List<?> side = resolver.choice(decision, ours.contains(entry) ? Choice.OURS : Choice.THEIRS) == Choice.OURS
                    ? ours
                    : theirs;
            if (side.contains(entry)) {
                if (!(feature instanceof EReference) || isPresent(id, feature, entry)) {
                    members.add(entry);
                } else {
                    resolver.override(decision);
                }
            }
        }
        List<Object> base = versions.base().has(id) ? (List<Object>) versions.base().value(id, feature) : List.of();
        return resolver.order(id, feature, base, (List<Object>) versions.ours().value(id, feature),
                (List<Object>) versions.theirs().value(id, feature), members);
    }

    /** @return the reference that is wanted, or what the other side has when its target is not there */
    private Object present(String id, EStructuralFeature feature, Object wanted, Object otherwise) {
        if (wanted instanceof List<?> many) {
            List<?> there = many.stream().filter(target -> isPresent(id, feature, target)).toList();
            if (there.size() < many.size()) {
                resolver.override(resolver.presence(id));
            }
            return there;
        }
        if (wanted == null || isPresent(id, feature, wanted)) {
            return wanted;
        }
        resolver.override(versions.isInBoth(id) ? Findings.valueId(id, feature) : resolver.presence(id));
        return otherwise != null && isPresent(id, feature, otherwise) ? otherwise : null;
    }

    /** What a side refers to outside of the roots stays, whether it is there or not: nobody here can tell. */
    private boolean isPresent(String id, EStructuralFeature feature, Object target) {
        if (resolver.isThere((String) target)) {
            return true;
        }
        for (ModelVersion version : List.of(versions.ours(), versions.theirs())) {
            if (version.has(id) && !version.has((String) target)) {
                Object value = version.value(id, feature);
                if (target.equals(value) || value instanceof List<?> many && many.contains(target)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Object objects(String id, EReference reference, Object value) {
        if (value instanceof List<?> many) {
            List<EObject> targets = new ArrayList<>();
            many.forEach(target -> targets.add(object(id, reference, (String) target)));
            return targets;
        }
        return value == null ? null : object(id, reference, (String) value);
    }

    private EObject object(String id, EReference reference, String target) {
        Element element = elements.get(target);
        return element == null ? proxy(id, reference, target) : element;
    }

    private EObject proxy(String id, EReference reference, String target) {
        for (ModelVersion version : List.of(versions.ours(), versions.theirs())) {
            for (EObject object : version.targets(id, reference)) {
                if (target.equals(Values.id(object))) {
                    return proxy(object);
                }
            }
        }
        throw new IllegalStateException("No version of " + id + " refers to " + target + ".");
    }

    private static EObject proxy(EObject target) {
        InternalEObject proxy = (InternalEObject) EcoreUtil.create(target.eClass());
        if (target.eIsProxy()) {
            proxy.eSetProxyURI(((InternalEObject) target).eProxyURI());
        } else {
            String root = Values.id(EcoreUtil.getRootContainer(target));
            proxy.eSetProxyURI(ElementUris.element(root, Values.id(target)));
        }
        return proxy;
    }
}
