package org.chartroom.core.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * One edit of a model; what it is done to is counted out, so that it can be done to any model.
 *
 * @param kind what is done
 * @param what which element
 * @param feature which of its features
 * @param to which value, target or place
 */
record Edit(Kind kind, int what, int feature, int to) {
    /** What is done. */
    enum Kind {
        SET, REFER, ADD, DELETE, MOVE, SORT, ENTER
    }

    /** @param side beginning of the ids of what is added, so that both sides add different elements */
    void apply(List<Element> roots, String side) {
        List<Element> all = List.copyOf(MergeModels.byId(roots).values());
        if (!all.isEmpty()) {
            apply(roots, all, all.get(what % all.size()), side);
        }
    }

    private void apply(List<Element> roots, List<Element> all, Element element, String side) {
        switch (kind) {
            case SET -> set(element);
            case REFER -> refer(element, all);
            case ADD -> add(element, all, side);
            case DELETE -> {
                if (!(element instanceof Directory)) {
                    MergeModels.delete(roots, element);
                }
            }
            case MOVE -> move(element, all);
            case SORT -> sort(element);
            default -> enter(element, all);
        }
    }

    private static <T> T pick(List<T> list, int number) {
        return list.isEmpty() ? null : list.get(number % list.size());
    }

    private static boolean isStored(EStructuralFeature feature) {
        return !feature.isDerived() && feature.isChangeable() && feature != ModelPackage.Literals.ELEMENT__ID;
    }

    private void set(Element element) {
        if (element instanceof Item item && feature % 3 == 0) {
            item.setKey("R-00" + to % 9);
            return;
        }
        EAttribute attribute = pick(element.eClass().getEAllAttributes().stream().filter(one -> isStored(one)
                && !one.isMany() && one.getEAttributeType() == EcorePackage.Literals.ESTRING).toList(), feature);
        if (attribute != null) {
            element.eSet(attribute, to % 4 == 0 ? null : "R-00" + to % 9);
        }
    }

    private void refer(Element element, List<Element> all) {
        EReference reference = pick(references(element, false), feature);
        if (reference != null) {
            Element target = pick(all.stream().filter(reference.getEReferenceType()::isInstance).toList(), to);
            element.eSet(reference, to % 5 == 0 ? null : target);
        }
    }

    private static List<EReference> references(Element element, boolean isMany) {
        return element.eClass().getEAllReferences().stream().filter(one -> isStored(one) && !one.isContainment()
                && !one.isContainer() && one.isMany() == isMany).toList();
    }

    private static List<EReference> lists(Element element) {
        return element.eClass().getEAllContainments().stream()
                .filter(one -> isStored(one) && !one.getEReferenceType().isAbstract()).toList();
    }

    @SuppressWarnings("unchecked")
    private static EList<EObject> list(Element element, EReference list) {
        return (EList<EObject>) element.eGet(list);
    }

    /** Now and then both sides add an element with the same id. */
    private void add(Element element, List<Element> all, String side) {
        EReference list = pick(lists(element), feature);
        if (list != null) {
            EClass type = list.getEReferenceType();
            Set<String> taken = new HashSet<>(all.stream().map(Element::getId).toList());
            String id = to % 3 == 0 ? type.getName() + to % 2 : side;
            while (taken.contains(id)) {
                id = id + side;
            }
            EList<EObject> content = list(element, list);
            Element created = MergeModels.withId((Element) EcoreUtil.create(type), id);
            content.add(to % (content.size() + 1), created);
            Edit filled = new Edit(Kind.SET, what, feature, to);
            filled.set(created);
        }
    }

    private void move(Element element, List<Element> all) {
        if (element instanceof Artifact || element instanceof Directory) {
            return;
        }
        List<Runnable> ways = new ArrayList<>();
        for (Element container : all) {
            if (!EcoreUtil.isAncestor(element, container)) {
                for (EReference list : lists(container)) {
                    if (list.getEReferenceType().isInstance(element)) {
                        ways.add(() -> list(container, list).add(element));
                    }
                }
            }
        }
        pick(ways, to).run();
    }

    private void sort(Element element) {
        EReference list = pick(lists(element).stream().filter(one -> list(element, one).size() > 1).toList(), feature);
        if (list != null) {
            EList<EObject> content = list(element, list);
            content.move(to % content.size(), what % content.size());
        }
    }

    @SuppressWarnings("unchecked")
    private void enter(Element element, List<Element> all) {
        List<EStructuralFeature> features = new ArrayList<>(references(element, true));
        element.eClass().getEAllAttributes().stream().filter(one -> isStored(one) && one.isMany() && one.isUnique())
                .forEach(features::add);
        EStructuralFeature many = pick(features, feature);
        if (many != null) {
            EList<Object> entries = (EList<Object>) element.eGet(many);
            Object entry = many instanceof EReference reference
                    ? pick(all.stream().filter(reference.getEReferenceType()::isInstance).toList(), to)
                    : String.valueOf((char) ('a' + to % 6));
            if (entries.contains(entry)) {
                entries.remove(entry);
            } else if (entry != null) {
                entries.add(to % (entries.size() + 1), entry);
            }
        }
    }
}
