package org.chartroom.core.internal.workspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.chartroom.core.internal.workspace.ObjectChange.Origin;
import org.chartroom.core.store.ChangeSet;
import org.chartroom.core.store.ChangeSetBuilder;
import org.chartroom.model.Element;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.util.BasicEList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.change.FeatureChange;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Watches the roots of a session and says what a commit has to write: values against what was loaded, not each step on
 * the way, so that an edit that was undone leaves nothing.
 */
final class SessionChanges extends ChangeRecorder {
    private final Set<String> persisted = new HashSet<>();
    private final Set<Element> createdRoots = new LinkedHashSet<>();
    private final Set<Element> deletedRoots = new LinkedHashSet<>();
    private final Set<String> touched = new HashSet<>();
    private final Runnable changed;

    /** @param changed called after each change of a watched element */
    SessionChanges(Runnable changed) {
        this.changed = changed;
        setResolveProxies(false);
        setRecordingTransientFeatures(false);
        beginRecording(List.of());
    }

    /** Watches a root as it was loaded. */
    void track(Element root) {
        persisted.add(root.getId());
        root.eAllContents().forEachRemaining(content -> persisted.add(((Element) content).getId()));
        watch(root);
    }

    /** Forgets a root that is about to be loaded anew; nothing of it may have changed. */
    void untrack(Element root) {
        root.eAllContents().forEachRemaining(content -> content.eAdapters().remove(this));
        root.eAdapters().remove(this);
        targetObjects.remove(root);
    }

    /** A root that is new, or that was deleted in this session and comes back. */
    void created(Element root) {
        if (!deletedRoots.remove(root)) {
            createdRoots.add(root);
        }
        watch(root);
        changed.run();
    }

    void deleted(Element root) {
        if (!createdRoots.remove(root)) {
            deletedRoots.add(root);
        }
        changed.run();
    }

    boolean isDeleted(String rootId) {
        return deletedRoots.stream().anyMatch(root -> rootId.equals(root.getId()));
    }

    private void watch(Element root) {
        // While loadingTargets is set the recorder takes what it meets as given, not as added.
        loadingTargets = true;
        addAdapter(root);
        loadingTargets = false;
    }

    @Override
    public void notifyChanged(Notification notification) {
        super.notifyChanged(notification);
        if (!notification.isTouch()) {
            if (notification.getNotifier() instanceof Element element && rootOf(element) != null) {
                touched.add(rootOf(element).getId());
            }
            changed.run();
        }
    }

    /**
     * Notes what a list held before many values were added, at once: the recorder itself takes them out of a copy one by one,
     * each time moving all that are left.
     */
    @Override
    protected void handleFeature(EStructuralFeature feature, EReference containment, Notification notification,
            EObject owner) {
        if (notification.getEventType() == Notification.ADD_MANY && feature.isMany()
                && shouldRecord(feature, containment, notification, owner)) {
            List<FeatureChange> changes = getFeatureChanges(owner);
            if (getFeatureChange(changes, feature) == null) {
                List<Object> before = new ArrayList<>((Collection<?>) owner.eGet(feature));
                int first = notification.getPosition();
                before.subList(first, first + ((Collection<?>) notification.getNewValue()).size()).clear();
                changes.add(createFeatureChange(owner, feature, new BasicEList<>(before), notification.wasSet()));
            }
        }
        super.handleFeature(feature, containment, notification, owner);
    }

    /** @return whether one of the roots was changed here, committed or not, since {@link #forgetTouched()} */
    boolean hasTouchedAny(Set<String> rootIds) {
        return rootIds.stream().anyMatch(touched::contains);
    }

    /** From now on no root counts as changed here. */
    void forgetTouched() {
        touched.clear();
    }

    /** Forgets all that was changed; every root is loaded anew. */
    void forgetAll() {
        // What comes back by undo or is restored counts as new unless it is loaded again.
        persisted.clear();
        createdRoots.clear();
        deletedRoots.clear();
        touched.clear();
        endRecording();
        beginRecording(List.of());
    }

    /** What differs from the loaded state. */
    record Pending(List<ObjectChange> changes, List<ContainmentOrder> orders, Set<String> rootIds) {
        boolean isEmpty() {
            return changes.isEmpty() && orders.isEmpty();
        }

        /**
         * @param author who commits
         * @param reason why
         * @param bases revisions at which the roots were read
         * @return the same without objects of the session
         */
        ChangeSet toChangeSet(String author, String reason, Map<String, Long> bases) {
            ChangeSetBuilder builder = new ChangeSetBuilder();
            rootIds.stream().filter(bases::containsKey).forEach(id -> builder.base(id, bases.get(id)));
            for (ObjectChange change : changes) {
                switch (change.kind()) {
                    case CREATED -> builder.created(change.element());
                    case DELETED -> builder.deleted(change.element());
                    default -> {
                        if (change.relocated()) {
                            builder.relocated(change.element(), change.before(), change.from().container(),
                                    change.from().feature());
                        } else {
                            builder.updated(change.element(), change.before());
                        }
                    }
                }
            }
            orders.forEach(order -> builder.ordered(order.owner(), order.reference(), order.appendedOnly()));
            return builder.build(author, reason);
        }
    }

    /** @return what a commit would write now */
    Pending pending() {
        Map<Element, Difference> differences = differences();
        List<ObjectChange> changes = new ArrayList<>();
        List<ContainmentOrder> orders = new ArrayList<>();
        Set<String> rootIds = new LinkedHashSet<>();
        Set<Element> handled = new HashSet<>();

        Map<Element, Origin> origins = new HashMap<>();
        differences.values().forEach(difference -> origins.putAll(difference.removed));
        Found found = new Found(differences, origins, changes, orders, handled);
        for (Element root : createdRoots) {
            addCreated(root, found);
            rootIds.add(root.getId());
        }
        for (Element root : deletedRoots) {
            addDeleted(root, changes, handled);
            rootIds.add(root.getId());
        }
        Set<Element> removed = new LinkedHashSet<>();
        differences.forEach((element, difference) -> {
            for (Element child : difference.added) {
                if (isAttached(child) && !persisted.contains(child.getId())) {
                    addCreated(child, found);
                }
            }
            removed.addAll(difference.removed.keySet());
        });
        for (Element child : removed) {
            if (!isAttached(child)) {
                addDeleted(child, changes, handled);
            }
        }
        differences.forEach((element, difference) -> {
            if (!isAttached(element) || !persisted.contains(element.getId())) {
                return;
            }
            if (!difference.values.isEmpty() && handled.add(element)) {
                changes.add(new ObjectChange(ObjectChange.Kind.UPDATED, element, difference.values,
                        origins.get(element)));
            }
            orders.addAll(difference.orders);
            for (Element child : difference.added) {
                if (persisted.contains(child.getId()) && isAttached(child) && handled.add(child)) {
                    changes.add(new ObjectChange(ObjectChange.Kind.UPDATED, child, values(differences, child),
                            origins.get(child)));
                }
            }
            rootIds.add(rootOf(element).getId());
        });
        return new Pending(changes, orders, rootIds);
    }

    /** Takes the present state as the loaded one. */
    void committed(Pending written) {
        for (ObjectChange change : written.changes()) {
            if (change.kind() == ObjectChange.Kind.DELETED) {
                persisted.remove(change.element().getId());
            } else {
                persisted.add(change.element().getId());
            }
        }
        createdRoots.clear();
        deletedRoots.clear();
        endRecording();
        beginRecording(List.of());
    }

    /** What {@link #pending()} has found so far, and from what. */
    private record Found(Map<Element, Difference> differences, Map<Element, Origin> origins, List<ObjectChange> changes,
            List<ContainmentOrder> orders, Set<Element> handled) {
    }

    private static Map<EStructuralFeature, Object> values(Map<Element, Difference> differences, Element element) {
        Difference own = differences.get(element);
        return own == null ? Map.of() : own.values;
    }

    /** An element that is new, or that came from elsewhere into one that is new. */
    private void addCreated(Element element, Found found) {
        if (!found.handled.add(element)) {
            return;
        }
        found.changes.add(persisted.contains(element.getId())
                ? new ObjectChange(ObjectChange.Kind.UPDATED, element, values(found.differences, element),
                        found.origins.get(element))
                : new ObjectChange(ObjectChange.Kind.CREATED, element, Map.of(), null));
        for (EReference reference : element.eClass().getEAllContainments()) {
            if (reference.isMany() && !((List<?>) element.eGet(reference)).isEmpty()) {
                found.orders.add(new ContainmentOrder(element, reference, false));
            }
        }
        element.eContents().forEach(child -> addCreated((Element) child, found));
    }

    private void addDeleted(Element element, List<ObjectChange> changes, Set<Element> handled) {
        if (persisted.contains(element.getId()) && handled.add(element)) {
            changes.add(new ObjectChange(ObjectChange.Kind.DELETED, element, Map.of(), null));
        }
        element.eContents().forEach(child -> addDeleted((Element) child, changes, handled));
    }

    private boolean isAttached(Element element) {
        // What was removed hangs in the recorder's change description, which is no element.
        EObject root = EcoreUtil.getRootContainer(element);
        return root instanceof Element && root.eResource() != null && !deletedRoots.contains(root);
    }

    /** What was removed hangs in the recorder's change description and has no root. */
    private static Element rootOf(Element element) {
        return EcoreUtil.getRootContainer(element) instanceof Element root ? root : null;
    }

    /** How the features of one element differ from what was loaded. */
    private record Difference(Map<EStructuralFeature, Object> values, List<ContainmentOrder> orders,
            List<Element> added, Map<Element, Origin> removed) {
        boolean isEmpty() {
            return values.isEmpty() && orders.isEmpty() && added.isEmpty() && removed.isEmpty();
        }
    }

    private Map<Element, Difference> differences() {
        Map<Element, Difference> differences = new LinkedHashMap<>();
        for (Map.Entry<EObject, ? extends List<FeatureChange>> entry : summarize().getObjectChanges()) {
            Element element = (Element) entry.getKey();
            Difference difference = new Difference(new LinkedHashMap<>(), new ArrayList<>(),
                    new ArrayList<>(), new LinkedHashMap<>());
            for (FeatureChange change : entry.getValue()) {
                compare(element, change, difference);
            }
            if (!difference.isEmpty()) {
                differences.put(element, difference);
            }
        }
        return differences;
    }

    private static void compare(Element element, FeatureChange change, Difference difference) {
        EStructuralFeature feature = change.getFeature();
        Object before = change.getValue();
        Object now = element.eGet(feature, false);
        if (feature instanceof EReference reference && reference.isContainment()) {
            List<Element> old = elements(before);
            List<Element> current = elements(now);
            if (old.equals(current)) {
                return;
            }
            Set<Element> oldSet = new HashSet<>(old);
            Set<Element> currentSet = new HashSet<>(current);
            current.stream().filter(child -> !oldSet.contains(child)).forEach(difference.added::add);
            Origin origin = new Origin(element, feature);
            old.stream().filter(child -> !currentSet.contains(child))
                    .forEach(child -> difference.removed.put(child, origin));
            if (reference.isMany()) {
                boolean appendedOnly = current.size() >= old.size() && current.subList(0, old.size()).equals(old);
                difference.orders.add(new ContainmentOrder(element, reference, appendedOnly));
            }
        } else if (!Objects.equals(before, now)) {
            difference.values.put(feature, before);
        }
    }

    private static List<Element> elements(Object value) {
        List<Element> elements = new ArrayList<>();
        if (value instanceof Collection<?> many) {
            many.forEach(one -> elements.add((Element) one));
        } else if (value != null) {
            elements.add((Element) value);
        }
        return elements;
    }
}
