package org.chartroom.store.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.chartroom.core.store.Commit;
import org.chartroom.core.store.ContainmentOrder;
import org.chartroom.core.store.ObjectChange;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.store.WorkspaceStore;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Builds commits by hand, as a session builds them from what it watched. */
final class Commits {
    private final List<ObjectChange> changes = new ArrayList<>();
    private final List<ContainmentOrder> orders = new ArrayList<>();
    private String author = "Ada";
    private String reason = "";
    private long base = -1;

    /** An element and all that is in it are new. */
    Commits create(Element element) {
        changes.add(new ObjectChange(ObjectChange.Kind.CREATED, element, Set.of(), false));
        for (EReference reference : element.eClass().getEAllContainments()) {
            if (reference.isMany() && !((List<?>) element.eGet(reference)).isEmpty()) {
                orders.add(new ContainmentOrder(element, reference, false));
            }
        }
        for (EObject child : element.eContents()) {
            create((Element) child);
        }
        return this;
    }

    Commits update(Element element, EStructuralFeature... features) {
        changes.add(new ObjectChange(ObjectChange.Kind.UPDATED, element, new LinkedHashSet<>(List.of(features)),
                false));
        return this;
    }

    Commits relocate(Element element) {
        changes.add(new ObjectChange(ObjectChange.Kind.UPDATED, element, Set.of(), true));
        return this;
    }

    /** An element and all that is in it go. */
    Commits delete(Element element) {
        changes.add(new ObjectChange(ObjectChange.Kind.DELETED, element, Set.of(), false));
        element.eContents().forEach(child -> delete((Element) child));
        return this;
    }

    Commits order(Element owner, EReference reference) {
        orders.add(new ContainmentOrder(owner, reference, false));
        return this;
    }

    Commits appended(Element owner, EReference reference) {
        orders.add(new ContainmentOrder(owner, reference, true));
        return this;
    }

    Commits by(String name) {
        author = name;
        return this;
    }

    Commits because(String why) {
        reason = why;
        return this;
    }

    Commits basedOn(long revision) {
        base = revision;
        return this;
    }

    Revision to(WorkspaceStore store) {
        long upon = base >= 0 ? base : store.head().map(Revision::number).orElse(Revision.NONE);
        return store.commit(new Commit(upon, author, reason, changes, orders));
    }
}
