package org.chartroom.core.internal.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Difference.Kind;
import org.chartroom.core.store.ElementUris;
import org.chartroom.core.type.ItemKeys;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;
import org.eclipse.osgi.util.NLS;

/**
 * Makes elements of a session what they are on one side of a comparison; used once. First come artifacts that are
 * missing, then in {@link #apply} what is missing inside, what is elsewhere and what is too much, then values, because
 * they refer to elements, and in the end artifacts that are too much, when nothing is in them that belongs elsewhere.
 */
public final class Applier {
    private final boolean fromLeft;
    private final EditSession target;
    private final List<Difference> added = new ArrayList<>();
    private final List<Difference> moved = new ArrayList<>();
    private final List<Difference> removed = new ArrayList<>();
    private final List<Difference> changed = new ArrayList<>();
    private final Set<String> addedIds = new HashSet<>();
    private final List<Artifact> addedRoots = new ArrayList<>();
    private final List<Artifact> removedRoots = new ArrayList<>();
    private final Map<String, Element> roots = new LinkedHashMap<>();
    private final Map<String, Element> byId = new HashMap<>();

    /**
     * @param differences nodes of a tree; those below them count too
     * @param fromLeft whether the left side is the source
     * @param target a session over the newest state
     */
    public Applier(Collection<Difference> differences, boolean fromLeft, EditSession target) {
        this.fromLeft = fromLeft;
        this.target = target;
        differences.forEach(this::sort);
    }

    private Element source(Difference difference) {
        return fromLeft ? difference.left() : difference.right();
    }

    private void sort(Difference difference) {
        Element source = source(difference);
        switch (difference.kind()) {
            case CHANGED -> changed.add(difference);
            case MOVED -> moved.add(difference);
            case ADDED, REMOVED -> (source == null ? removed : added).add(difference);
            default -> {
                // Computed values follow, and what is inside has nodes of its own.
            }
        }
        if (source != null && difference.left() != difference.right() && (difference.kind() == Kind.ADDED
                || difference.kind() == Kind.REMOVED)) {
            addedIds.add(source.getId());
        }
        // With what is removed goes what is in it, but not what was moved away before.
        if (!removed.contains(difference)) {
            difference.children().forEach(this::sort);
        } else {
            difference.children().stream().filter(child -> child.kind() == Kind.MOVED).forEach(this::sort);
        }
    }

    /** @throws WorkspaceException of kind INVALID when something can't be done; the message names it */
    public void check() {
        for (Difference difference : added) {
            if (find(source(difference)) != null) {
                throw new WorkspaceException(WorkspaceException.Kind.INVALID,
                        NLS.bind(Messages.present, difference.label()));
            }
            if (!isWhole(difference)) {
                checkContainer(difference);
            }
            checkReferences(difference);
        }
        for (Difference difference : moved) {
            require(source(difference), difference.label());
            checkContainer(difference);
        }
        for (Difference difference : removed) {
            require(difference.element(), difference.label());
        }
        for (Difference difference : changed) {
            require(source(difference), difference.label());
            if (difference.feature() instanceof EReference) {
                checkReference(source(difference), difference.feature());
            }
        }
    }

    private static boolean isWhole(Difference difference) {
        return difference.feature() == null;
    }

    private void checkContainer(Difference difference) {
        Element container = (Element) source(difference).eContainer();
        if (!addedIds.contains(container.getId())) {
            require(container, difference.label());
        }
    }

    private void checkReferences(Difference difference) {
        for (EReference reference : difference.element().eClass().getEAllReferences()) {
            if (isCopied(reference)) {
                checkReference(source(difference), reference);
            }
        }
    }

    private void checkReference(Element owner, EStructuralFeature feature) {
        Object value = owner.eGet(feature, false);
        for (EObject one : targets(value)) {
            if (!addedIds.contains(id(one))) {
                require(one, Texts.label(owner));
            }
        }
    }

    private static List<EObject> targets(Object value) {
        List<EObject> targets = new ArrayList<>();
        if (value instanceof InternalEList<?> many) {
            many.basicList().forEach(one -> targets.add((EObject) one));
        } else if (value != null) {
            targets.add((EObject) value);
        }
        return targets;
    }

    private void require(EObject element, String label) {
        if (find(element) == null) {
            throw new WorkspaceException(WorkspaceException.Kind.INVALID, element.eIsProxy()
                    ? NLS.bind(Messages.targetMissing, label)
                    : NLS.bind(Messages.elementMissing, label, Texts.label((Element) element)));
        }
    }

    /** Adds artifacts that are missing, as yet without what is in them; called again to do so after it was undone. */
    public void addRoots() {
        if (addedRoots.isEmpty()) {
            for (Difference difference : added) {
                if (isWhole(difference)) {
                    Artifact copy = (Artifact) copy(source(difference));
                    copy.setKey(freeKey(copy));
                    addedRoots.add(copy);
                    roots.put(copy.getId(), copy);
                }
            }
        }
        addedRoots.forEach(target::add);
    }

    /** Takes back what {@link #addRoots} did. */
    public void withdrawRoots() {
        addedRoots.forEach(target::delete);
    }

    /** Removes artifacts that are too much. */
    public void removeRoots() {
        if (removedRoots.isEmpty()) {
            removed.stream().filter(Applier::isWhole).map(difference -> (Artifact) find(difference.element()))
                    .forEach(removedRoots::add);
        }
        removedRoots.forEach(target::delete);
    }

    /** Takes back what {@link #removeRoots} did. */
    public void restoreRoots() {
        removedRoots.forEach(target::add);
    }

    /** @return the key of the artifact, or the next one of its prefix when another artifact has it by now */
    private String freeKey(Artifact artifact) {
        String key = artifact.getKey();
        Set<String> taken = new HashSet<>();
        target.artifacts().stream().filter(info -> !info.id().equals(artifact.getId()))
                .forEach(info -> taken.add(info.key()));
        addedRoots.forEach(root -> taken.add(root.getKey()));
        if (key == null || !taken.contains(key)) {
            return key;
        }
        String start = key.substring(0, key.lastIndexOf('-') + 1);
        int number = 1;
        while (taken.contains(String.format(Locale.ROOT, "%s%03d", start, number))) {
            number++;
        }
        return String.format(Locale.ROOT, "%s%03d", start, number);
    }

    /** @return the resources that will be changed */
    public Collection<Resource> resources() {
        Set<Resource> resources = new LinkedHashSet<>();
        roots.values().forEach(root -> resources.add(root.eResource()));
        return resources;
    }

    /** Changes the elements of the session. */
    public void apply() {
        List<Map.Entry<Element, Element>> copies = new ArrayList<>();
        for (Difference difference : added) {
            Element source = source(difference);
            if (isWhole(difference)) {
                copies.add(Map.entry(source, find(source)));
            } else {
                Element copy = copy(source);
                copies.add(Map.entry(source, copy));
                put(copy, source);
            }
        }
        moved.forEach(difference -> put(find(source(difference)), source(difference)));
        removed.stream().filter(difference -> !isWhole(difference))
                .forEach(difference -> EcoreUtil.remove(find(difference.element())));
        order();
        copies.forEach(pair -> copyReferences(pair.getKey(), pair.getValue()));
        changed.forEach(difference -> set(find(source(difference)), source(difference), difference.feature()));
        keepKeysUnique();
    }

    /** A key that was free on the side may have been given to another item since. */
    private void keepKeysUnique() {
        for (List<Difference> list : List.of(added, moved)) {
            for (Difference difference : list) {
                if (find(source(difference)) instanceof Item item && item.getKey() != null) {
                    List<EObject> siblings = item.eContainer().eContents();
                    if (siblings.stream().anyMatch(other -> other != item && other instanceof Item keyed
                            && item.getKey().equals(keyed.getKey()))) {
                        item.setKey(ItemKeys.key(item.eClass(), ItemKeys.highest(siblings, item.eClass()) + 1));
                    }
                }
            }
        }
    }

    private Element copy(Element element) {
        Element copy = (Element) EcoreUtil.create(element.eClass());
        for (EAttribute attribute : element.eClass().getEAllAttributes()) {
            if (isCopied(attribute) && element.eIsSet(attribute)) {
                copy.eSet(attribute, element.eGet(attribute));
            }
        }
        copy.setId(element.getId());
        byId.put(copy.getId(), copy);
        return copy;
    }

    private static boolean isCopied(EStructuralFeature feature) {
        boolean isStructure = feature instanceof EReference reference
                && (reference.isContainer() || reference.isContainment());
        return !isStructure && !feature.isDerived() && !feature.isTransient() && !feature.isVolatile()
                && feature.isChangeable() && feature != ModelPackage.Literals.ELEMENT__ID;
    }

    private void copyReferences(Element source, Element copy) {
        for (EReference reference : source.eClass().getEAllReferences()) {
            if (isCopied(reference)) {
                set(copy, source, reference);
            }
        }
    }

    private void put(Element element, Element source) {
        Element container = find(source.eContainer());
        if (element.eContainer() != container || element.eContainmentFeature() != source.eContainmentFeature()) {
            if (element.eContainer() != null) {
                EcoreUtil.remove(element);
            }
            insert(container, source.eContainmentFeature(), element);
        }
    }

    /** Puts what was added or moved behind the nearest sibling that comes before it in the source. */
    private void order() {
        List<Element> sources = new ArrayList<>();
        added.forEach(difference -> sources.add(source(difference)));
        moved.forEach(difference -> sources.add(source(difference)));
        sources.removeIf(source -> source.eContainer() == null || !source.eContainmentFeature().isMany());
        sources.sort(Comparator.comparingInt(source -> siblings(source).indexOf(source)));
        for (Element source : sources) {
            Element element = find(source);
            EList<Element> list = siblings(element);
            List<Element> before = siblings(source);
            int place = 0;
            for (int i = before.indexOf(source) - 1; i >= 0 && place == 0; i--) {
                place = list.indexOf(byId.get(before.get(i).getId())) + 1;
            }
            int present = list.indexOf(element);
            list.move(present < place ? place - 1 : place, present);
        }
    }

    @SuppressWarnings("unchecked")
    private static EList<Element> siblings(Element element) {
        return (EList<Element>) element.eContainer().eGet(element.eContainmentFeature());
    }

    private static void insert(Element container, EStructuralFeature list, Element element) {
        if (list.isMany()) {
            @SuppressWarnings("unchecked")
            List<Element> elements = (List<Element>) container.eGet(list);
            elements.add(element);
        } else {
            container.eSet(list, element);
        }
    }

    private void set(Element element, Element source, EStructuralFeature feature) {
        Object value = source.eGet(feature, false);
        if (feature instanceof EReference) {
            List<Element> targets = new ArrayList<>();
            for (EObject one : targets(value)) {
                Element found = find(one);
                if (found != null) {
                    targets.add(found);
                }
            }
            element.eSet(feature, feature.isMany() ? targets : targets.isEmpty() ? null : targets.get(0));
        } else {
            element.eSet(feature, value instanceof Collection<?> many ? List.copyOf(many) : value);
        }
    }

    private static String id(EObject element) {
        return element.eIsProxy()
                ? ((InternalEObject) element).eProxyURI().fragment()
                : ((Element) element).getId();
    }

    /** @return the element of the session that has the id of an element of a side; null when there is none */
    private Element find(EObject element) {
        Element known = byId.get(id(element));
        if (known != null) {
            return known;
        }
        String rootId = element.eIsProxy()
                ? ElementUris.rootId(((InternalEObject) element).eProxyURI())
                : rootId(EcoreUtil.getRootContainer(element));
        if (!roots.containsKey(rootId)) {
            index(rootId);
        }
        if (!byId.containsKey(id(element))) {
            // It went to another artifact, one that differs too.
            List.copyOf(differing()).forEach(this::index);
        }
        return byId.get(id(element));
    }

    /** Each workspace has a directory of its own; that of a file stands for the one of the session. */
    private String rootId(EObject root) {
        return root instanceof Directory ? target.directory().getId() : ((Element) root).getId();
    }

    private Set<String> differing() {
        Set<String> ids = new LinkedHashSet<>();
        for (List<Difference> list : List.of(added, moved, removed, changed)) {
            for (Difference difference : list) {
                for (Element side : new Element[]{difference.left(), difference.right()}) {
                    String id = side == null ? null : rootId(EcoreUtil.getRootContainer(side));
                    if (id != null && !roots.containsKey(id)) {
                        ids.add(id);
                    }
                }
            }
        }
        return ids;
    }

    private void index(String rootId) {
        Element root = target.artifact(rootId).orElse(null);
        if (root == null && rootId.equals(target.directory().getId())) {
            root = target.directory();
        }
        if (root != null) {
            roots.put(rootId, root);
            byId.put(rootId, root);
            root.eAllContents().forEachRemaining(
                    content -> byId.put(((Element) content).getId(), (Element) content));
        }
    }
}
