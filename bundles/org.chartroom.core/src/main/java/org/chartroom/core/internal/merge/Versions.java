package org.chartroom.core.internal.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.merge.Choice;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.osgi.util.NLS;

/**
 * The three versions that are merged.
 *
 * @param base what both came from
 * @param ours one side
 * @param theirs the other side
 */
record Versions(ModelVersion base, ModelVersion ours, ModelVersion theirs) {
    /** @throws WorkspaceException of kind INVALID when an element is of another class in another version */
    void check() {
        for (String id : ids()) {
            Element element = any(id);
            for (ModelVersion version : List.of(base, ours, theirs)) {
                if (version.has(id) && version.get(id).eClass() != element.eClass()) {
                    throw new WorkspaceException(WorkspaceException.Kind.INVALID, NLS.bind(Messages.otherClass,
                            ModelVersion.label(root(version, id)), id));
                }
            }
        }
    }

    private static Element root(ModelVersion version, String id) {
        Place place = version.place(id);
        return place.isRoot() ? version.get(id) : root(version, place.container());
    }

    /** @return ids of all elements, those of ours first, containers before what is in them */
    Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(ours.ids());
        ids.addAll(theirs.ids());
        ids.addAll(base.ids());
        return ids;
    }

    ModelVersion of(Choice side) {
        return side == Choice.OURS ? ours : theirs;
    }

    Element any(String id) {
        Element element = ours.has(id) ? ours.get(id) : theirs.get(id);
        return element == null ? base.get(id) : element;
    }

    boolean isInBoth(String id) {
        return ours.has(id) && theirs.has(id);
    }

    /** @return the side that has the element when the other one has not; empty when both or none have it */
    Optional<Choice> only(String id) {
        if (ours.has(id) == theirs.has(id)) {
            return Optional.empty();
        }
        return Optional.of(ours.has(id) ? Choice.OURS : Choice.THEIRS);
    }

    /** @return whether a side deleted the element, whatever the other one did */
    boolean isDeletedBy(Choice side, String id) {
        return base.has(id) && !of(side).has(id);
    }

    /**
     * @return what a side wants a field to be. A reference that went with its target is as it was: where the target stays,
     *         it stays too
     */
    Object wish(Choice side, String id, EStructuralFeature feature) {
        Object value = of(side).value(id, feature);
        if (!(feature instanceof EReference) || !base.has(id)) {
            return value;
        }
        if (!feature.isMany()) {
            Object before = base.value(id, feature);
            return value == null && before != null && isDeletedBy(side, (String) before) ? before : value;
        }
        List<Object> entries = new ArrayList<>((Collection<?>) value);
        for (Object before : (Collection<?>) base.value(id, feature)) {
            if (!entries.contains(before) && isDeletedBy(side, (String) before)) {
                entries.add(before);
            }
        }
        return entries;
    }
}
