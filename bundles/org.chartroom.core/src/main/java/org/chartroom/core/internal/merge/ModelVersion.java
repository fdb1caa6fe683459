package org.chartroom.core.internal.merge;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.osgi.util.NLS;

/** One of the three versions: its elements by their ids, containers before what is in them. */
final class ModelVersion {
    private final Map<String, Element> elements = new LinkedHashMap<>();

    /** @throws WorkspaceException of kind INVALID when ids are missing or not unique */
    ModelVersion(Collection<? extends Element> roots) {
        for (Element root : roots) {
            add(root, root);
            root.eAllContents().forEachRemaining(content -> add(root, content));
        }
    }

    private void add(Element root, EObject content) {
        if (!(content instanceof Element element) || element.getId() == null || element.getId().isEmpty()) {
            throw new WorkspaceException(WorkspaceException.Kind.INVALID, NLS.bind(Messages.noId, label(root)));
        }
        if (elements.put(element.getId(), element) != null) {
            throw new WorkspaceException(WorkspaceException.Kind.INVALID,
                    NLS.bind(Messages.duplicateId, label(root), element.getId()));
        }
    }

    static String label(Element root) {
        String key = root instanceof Subject subject ? subject.getKey() : null;
        return key == null ? Presentation.label(root.eClass()) : key;
    }

    Set<String> ids() {
        return elements.keySet();
    }

    boolean has(String id) {
        return elements.containsKey(id);
    }

    Element get(String id) {
        return elements.get(id);
    }

    /** @return where the element is; null when it is not in this version */
    Place place(String id) {
        Element element = elements.get(id);
        if (element == null) {
            return null;
        }
        return element.eContainer() instanceof Element container && elements.get(container.getId()) == container
                ? new Place(container.getId(), element.eContainmentFeature().getName())
                : Place.ROOT;
    }

    /** @return the value of a field as {@link Values} has it; null when the element is not in this version */
    Object value(String id, EStructuralFeature feature) {
        Element element = elements.get(id);
        if (element == null || !(feature instanceof EReference reference)) {
            return element == null ? null : Values.of(element, feature);
        }
        List<String> ids = targets(id, reference).stream().map(Values::id).toList();
        return feature.isMany() ? ids : ids.isEmpty() ? null : ids.get(0);
    }

    /**
     * @return what a reference of an element refers to; without what was taken out of its container, which is a reference
     *         that was not cleared when its target was deleted
     */
    List<EObject> targets(String id, EReference reference) {
        Element element = elements.get(id);
        return element == null
                ? List.of()
                : Values.targets(element.eGet(reference, false)).stream().filter(target -> !isTakenOut(target))
                        .toList();
    }

    private boolean isTakenOut(EObject target) {
        if (target.eIsProxy() || elements.get(Values.id(target)) == target) {
            return false;
        }
        EObject root = EcoreUtil.getRootContainer(target);
        return !(root instanceof Artifact) && !(root instanceof Directory);
    }

    /** @return ids of the elements in a list, in its order; empty when its owner is not in this version */
    List<String> content(String owner, EReference list) {
        Element element = elements.get(owner);
        return element == null ? List.of() : Values.ids(element.eGet(list));
    }
}
