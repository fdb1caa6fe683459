package org.chartroom.core.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Reference;
import org.chartroom.model.Element;
import org.chartroom.model.Link;
import org.chartroom.model.LinkType;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Subject;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** Making links and finding what leads to an element. */
public final class Links {
    private Links() {
    }

    /**
     * @param type what the link says
     * @param target its other end
     * @param note why it is there; may be empty
     * @return a new link that is in no subject yet
     */
    public static Link create(LinkType type, Subject target, String note) {
        Link link = ModelFactory.eINSTANCE.createLink();
        link.setId(UUID.randomUUID().toString());
        link.setType(type);
        link.setTarget(target);
        link.setNote(note.isBlank() ? null : note.strip());
        return link;
    }

    /**
     * @param domain the editing domain of both ends
     * @param source where the link starts
     * @param type what the link says
     * @param target its other end
     * @param note why it is there; may be empty
     * @return a command that adds it
     */
    public static Command add(EditingDomain domain, Subject source, LinkType type, Subject target, String note) {
        return AddCommand.create(domain, source, ModelPackage.Literals.SUBJECT__LINKS, create(type, target, note));
    }

    /**
     * @param source a subject
     * @param target another one
     * @return whether a link of any type leads from the one to the other already
     */
    public static boolean areLinked(Subject source, Subject target) {
        return source.getLinks().stream().map(Link::getTarget)
                .anyMatch(linked -> linked != null && target.getId().equals(linked.getId()));
    }

    /**
     * Finds what refers to elements of one artifact, or of the directory, or to what is in them: what other artifacts have
     * committed, and what the artifact itself has now. The referring artifacts are loaded in the session.
     *
     * @param session the session the elements are in
     * @param root the artifact or directory
     * @param elements elements of it, or itself
     * @return the references from outside of these elements, in the order of the artifacts' keys
     */
    public static List<Backlink> to(EditSession session, Element root, Collection<? extends Element> elements) {
        return to(session, root, elements, session.workspace().referencesTo(root.getId()));
    }

    /**
     * The same with the answer of the workspace at hand, for those who ask for one element after the other.
     *
     * @param session the session the elements are in
     * @param root the artifact or directory
     * @param elements elements of it, or itself
     * @param references what {@link org.chartroom.core.workspace.Workspace#referencesTo} says of the root
     * @return the references from outside of these elements, in the order of the artifacts' keys
     */
    public static List<Backlink> to(EditSession session, Element root, Collection<? extends Element> elements,
            List<Reference> references) {
        Map<String, Element> targets = new HashMap<>();
        for (Element element : elements) {
            targets.put(element.getId(), element);
            element.eAllContents().forEachRemaining(inside -> {
                if (inside instanceof Element contained) {
                    targets.put(contained.getId(), contained);
                }
            });
        }
        List<Backlink> found = new ArrayList<>();
        addFromInside(root, targets, found);
        addFromOthers(session, references, targets, found);
        return found;
    }

    private static void addFromInside(Element root, Map<String, Element> targets, List<Backlink> found) {
        EcoreUtil.UsageCrossReferencer.findAll(targets.values(), root)
                .forEach((target, settings) -> settings.forEach(setting -> {
                    boolean own = setting.getEObject() instanceof Element source
                            && targets.containsKey(source.getId());
                    if (!own && isReference(setting.getEStructuralFeature())) {
                        found.add(new Backlink((Element) setting.getEObject(), setting.getEStructuralFeature(),
                                (Element) target));
                    }
                }));
    }

    private static boolean isReference(EStructuralFeature feature) {
        return feature instanceof EReference reference && !reference.isContainment() && !reference.isContainer()
                && !reference.isDerived();
    }

    private static void addFromOthers(EditSession session, List<Reference> references,
            Map<String, Element> targets, List<Backlink> found) {
        Map<String, List<Reference>> bySource = references.stream()
                .filter(reference -> targets.containsKey(reference.targetId()))
                .collect(Collectors.groupingBy(Reference::artifactId));
        if (bySource.isEmpty()) {
            return;
        }
        for (ArtifactInfo source : session.artifacts()) {
            for (Reference reference : bySource.getOrDefault(source.id(), List.of())) {
                session.artifact(source.id()).map(referring -> find(referring, reference.elementId())).ifPresent(
                        element -> addCurrent(element, reference, targets.get(reference.targetId()), found));
            }
        }
    }

    private static Element find(Element root, String id) {
        EObject element = root.eResource().getEObject(id);
        return element instanceof Element known ? known : null;
    }

    /** What is committed may have been changed in this session since. */
    private static void addCurrent(Element source, Reference reference, Element target, List<Backlink> found) {
        EStructuralFeature feature = source.eClass().getEStructuralFeature(reference.feature());
        if (feature == null) {
            return;
        }
        Object value = source.eGet(feature);
        boolean still = feature.isMany() ? ((List<?>) value).contains(target) : value == target;
        if (still) {
            found.add(new Backlink(source, feature, target));
        }
    }
}
