package org.chartroom.testkit.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.chartroom.core.store.ChangeSetBuilder;
import org.chartroom.core.store.WorkspaceStore;
import org.chartroom.core.workspace.Revision;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Builds commits by hand, as a session builds them from what it watched. */
public final class Commits {
    private final List<Consumer<ChangeSetBuilder>> changes = new ArrayList<>();
    private final List<Consumer<ChangeSetBuilder>> orders = new ArrayList<>();
    /** What was there at the base, by id; read when it is needed first. */
    private Map<String, Element> read;
    private WorkspaceStore store;
    private String author = "Ada";
    private String reason = "";
    private long base = -1;

    /**
     * An element and all that is in it are new.
     *
     * @param element the element, where it belongs
     * @return this
     */
    public Commits create(Element element) {
        changes.add(builder -> builder.created(element));
        for (EReference reference : element.eClass().getEAllContainments()) {
            if (reference.isMany() && !((List<?>) element.eGet(reference)).isEmpty()) {
                orders.add(builder -> builder.ordered(element, reference, false));
            }
        }
        for (EObject child : element.eContents()) {
            create((Element) child);
        }
        return this;
    }
    /**
     * An element has other values than at the base.
     *
     * @param element the element in its new state
     * @param features what is committed of it
     * @return this
     */
    public Commits update(Element element, EStructuralFeature... features) {
        changes.add(builder -> {
            Optional<Element> old = old(element);
            Map<EStructuralFeature, Object> before = new LinkedHashMap<>();
            for (EStructuralFeature feature : features) {
                before.put(feature, old.map(one -> one.eGet(feature, false)).orElse(null));
            }
            builder.updated(element, before);
        });
        return this;
    }
    /**
     * An element has another place than at the base.
     *
     * @param element the element in its new place
     * @return this
     */
    public Commits relocate(Element element) {
        changes.add(builder -> {
            Element old = old(element).orElseThrow();
            builder.relocated(element, Map.of(), (Element) old.eContainer(), old.eContainmentFeature());
        });
        return this;
    }

    /**
     * An element and all that is in it go.
     *
     * @param element the element in its last state
     * @return this
     */
    public Commits delete(Element element) {
        changes.add(builder -> builder.deleted(element));
        element.eContents().forEach(child -> delete((Element) child));
        return this;
    }
    /**
     * A list has another order.
     *
     * @param owner the element that has it
     * @param reference the list
     * @return this
     */
    public Commits order(Element owner, EReference reference) {
        orders.add(builder -> builder.ordered(owner, reference, false));
        return this;
    }
    /**
     * What is new in a list is at its end.
     *
     * @param owner the element that has it
     * @param reference the list
     * @return this
     */
    public Commits appended(Element owner, EReference reference) {
        orders.add(builder -> builder.ordered(owner, reference, true));
        return this;
    }
    /**
     * @param name who commits
     * @return this
     */
    public Commits by(String name) {
        author = name;
        return this;
    }
    /**
     * @param why the reason
     * @return this
     */
    public Commits because(String why) {
        reason = why;
        return this;
    }
    /**
     * @param revision number of the revision that was read; the newest one when nothing is said
     * @return this
     */
    public Commits basedOn(long revision) {
        base = revision;
        return this;
    }

    private Optional<Element> old(Element element) {
        if (read == null) {
            read = new HashMap<>();
            store.artifacts(base).forEach(artifact -> read(artifact.id()));
            store.directoryId().ifPresent(this::read);
        }
        return Optional.ofNullable(read.get(element.getId()));
    }

    private void read(String rootId) {
        store.load(rootId, base).ifPresent(root -> {
            read.put(root.getId(), root);
            root.eAllContents().forEachRemaining(content -> read.put(EcoreUtil.getID(content), (Element) content));
        });
    }
    /**
     * @param target the store
     * @return the new revision
     * @throws org.chartroom.core.workspace.WorkspaceException when the store refuses it
     */
    public Revision to(WorkspaceStore target) {
        store = target;
        read = null;
        if (base < 0) {
            base = store.head().map(Revision::number).orElse(Revision.NONE);
        }
        ChangeSetBuilder builder = new ChangeSetBuilder();
        store.artifacts(base).forEach(artifact -> builder.base(artifact.id(), base));
        store.directoryId().ifPresent(id -> builder.base(id, base));
        changes.forEach(change -> change.accept(builder));
        orders.forEach(order -> order.accept(builder));
        return store.commit(builder.build(author, reason));
    }
}
