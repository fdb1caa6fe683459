package org.chartroom.core.internal.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Difference.Kind;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compares two sets of roots; used once. */
public final class ElementComparer {
    private final List<Element> olds;
    private final List<Element> news;
    private final boolean withBaselines;
    private boolean withDerived = true;
    private final Map<String, Element> oldById = new HashMap<>();
    private final Map<String, Element> newById = new HashMap<>();

    /**
     * @param olds the roots on the left
     * @param news the roots on the right
     * @param withBaselines whether baselines and protocols of imports are compared too
     */
    public ElementComparer(List<Element> olds, List<Element> news, boolean withBaselines) {
        this.withBaselines = withBaselines;
        this.olds = olds;
        this.news = news;
        olds.forEach(root -> index(root, oldById));
        news.forEach(root -> index(root, newById));
    }

    /** Leaves computed values out: what is in no session computes them anew for each element. */
    ElementComparer withoutDerived() {
        withDerived = false;
        return this;
    }

    private static void index(Element root, Map<String, Element> byId) {
        byId.put(root.getId(), root);
        root.eAllContents().forEachRemaining(content -> byId.put(((Element) content).getId(), (Element) content));
    }

    /** @return one tree for each root that differs */
    public List<Difference> compare() {
        List<Difference> differences = new ArrayList<>();
        for (Element now : news) {
            Element old = oldById.get(now.getId());
            if (old == null) {
                differences.add(whole(Kind.ADDED, now, null));
            } else {
                Difference difference = pair(old, now, null, false);
                if (difference != null) {
                    differences.add(difference);
                }
            }
        }
        for (Element old : olds) {
            if (!newById.containsKey(old.getId())) {
                differences.add(whole(Kind.REMOVED, old, null));
            }
        }
        return differences;
    }

    /** An element that is on one side only; what is in it and on the other side too went elsewhere, and is told there. */
    private Difference whole(Kind kind, Element element, EStructuralFeature feature) {
        List<Difference> children = new ArrayList<>();
        for (EObject child : element.eContents()) {
            Element inner = (Element) child;
            Element other = (kind == Kind.ADDED ? oldById : newById).get(inner.getId());
            if (other == null) {
                children.add(whole(kind, inner, inner.eContainmentFeature()));
            } else if (kind == Kind.ADDED) {
                children.add(pair(other, inner, inner.eContainmentFeature(), true));
            }
        }
        boolean isAdded = kind == Kind.ADDED;
        return new Difference(kind, Texts.label(element), Presentation.label(element.eClass()),
                isAdded ? null : element, isAdded ? element : null, feature, "", "", List.copyOf(children));
    }

    /** @return what differs between two states of one element; null when nothing does */
    private Difference pair(Element old, Element now, EStructuralFeature feature, boolean isMoved) {
        List<Difference> children = new ArrayList<>();
        for (EStructuralFeature one : now.eClass().getEAllStructuralFeatures()) {
            boolean isContent = one instanceof EReference reference && reference.isContainment();
            if (!isContent && old.eClass() == now.eClass() && one != ModelPackage.Literals.ELEMENT__ID) {
                field(old, now, one, children);
            }
        }
        for (EReference reference : now.eClass().getEAllContainments()) {
            if (withBaselines || reference != ModelPackage.Literals.DIRECTORY__BASELINES
                    && reference != ModelPackage.Literals.DIRECTORY__IMPORTS) {
                contents(old, now, reference, children);
            }
        }
        if (children.isEmpty() && !isMoved) {
            return null;
        }
        return new Difference(isMoved ? Kind.MOVED : Kind.INSIDE, Texts.label(now), Presentation.label(now.eClass()),
                old, now, feature, isMoved ? place(old) : "", isMoved ? place(now) : "", List.copyOf(children));
    }

    /** @return what users call the place of an element; empty for a root */
    static String place(Element element) {
        if (!(element.eContainer() instanceof Element container)) {
            return "";
        }
        EStructuralFeature list = element.eContainmentFeature();
        String place = Texts.label(container) + ", " + Presentation.label(list);
        return list.isMany()
                ? place + " " + (((List<?>) container.eGet(list)).indexOf(element) + 1)
                : place;
    }

    private void field(Element old, Element now, EStructuralFeature feature, List<Difference> differences) {
        boolean isContainer = feature instanceof EReference reference && reference.isContainer();
        if (isContainer || feature.isDerived() && !withDerived
                || !feature.isDerived() && (feature.isTransient() || feature.isVolatile())) {
            return;
        }
        Object before = old.eGet(feature, false);
        Object after = now.eGet(feature, false);
        if (!Objects.equals(Texts.comparable(before), Texts.comparable(after))) {
            differences.add(new Difference(feature.isDerived() ? Kind.DERIVED : Kind.CHANGED,
                    Presentation.label(feature), "", old, now, feature, Texts.text(feature, old.eGet(feature)),
                    Texts.text(feature, now.eGet(feature)), List.of()));
        }
    }

    private void contents(Element old, Element now, EReference reference, List<Difference> differences) {
        List<Element> before = elements(old, reference);
        List<Element> after = elements(now, reference);
        Set<String> stays = steady(before, after);
        for (Element child : after) {
            Element other = oldById.get(child.getId());
            if (other == null) {
                differences.add(whole(Kind.ADDED, child, reference));
            } else {
                Difference difference = pair(other, child, reference, !stays.contains(child.getId()));
                if (difference != null) {
                    differences.add(difference);
                }
            }
        }
        for (Element child : before) {
            if (!newById.containsKey(child.getId())) {
                differences.add(whole(Kind.REMOVED, child, reference));
            }
        }
    }

    private static List<Element> elements(Element owner, EReference reference) {
        if (owner.eClass().getEStructuralFeature(reference.getName()) != reference) {
            return List.of();
        }
        Object value = owner.eGet(reference);
        List<Element> elements = new ArrayList<>();
        if (value instanceof Collection<?> many) {
            many.forEach(one -> elements.add((Element) one));
        } else if (value != null) {
            elements.add((Element) value);
        }
        return elements;
    }

    /** @return ids of the elements of both lists that keep their order: as many as can be told to have stayed */
    private static Set<String> steady(List<Element> before, List<Element> after) {
        Map<String, Integer> places = new HashMap<>();
        before.forEach(element -> places.put(element.getId(), places.size()));
        List<Element> both = after.stream().filter(element -> places.containsKey(element.getId())).toList();
        int[] tails = new int[both.size() + 1];
        int[] previous = new int[both.size()];
        int longest = 0;
        for (int i = 0; i < both.size(); i++) {
            int place = places.get(both.get(i).getId());
            int low = 1;
            int high = longest;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (places.get(both.get(tails[middle]).getId()) < place) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            previous[i] = low == 1 ? -1 : tails[low - 1];
            tails[low] = i;
            longest = Math.max(longest, low);
        }
        Set<String> steady = new HashSet<>();
        for (int i = longest == 0 ? -1 : tails[longest]; i >= 0; i = previous[i]) {
            steady.add(both.get(i).getId());
        }
        return steady;
    }
}
