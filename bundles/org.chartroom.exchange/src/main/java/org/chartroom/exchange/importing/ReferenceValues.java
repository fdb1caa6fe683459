package org.chartroom.exchange.importing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.value.Names;
import org.chartroom.exchange.export.FileValues;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Finds what a reference is to lead to by the names that {@link FileValues} writes. */
final class ReferenceValues {
    private final Element owner;
    private final EReference reference;
    private final Directory directory;
    private final Consumer<String> notes;

    /** Of people nothing is told. */
    ReferenceValues(Element owner, EReference reference, Directory directory) {
        this(owner, reference, directory, note -> {
        });
    }

    /** @param notes is told what was taken for granted, one sentence each */
    ReferenceValues(Element owner, EReference reference, Directory directory, Consumer<String> notes) {
        this.owner = owner;
        this.reference = reference;
        this.directory = directory;
        this.notes = notes;
    }

    /** @throws IllegalArgumentException when there is no such element; the message completes "because ..." */
    List<Element> many(String text) {
        return ManyTexts.split(text).stream().map(this::one).distinct().toList();
    }

    /** @throws IllegalArgumentException when there is no such element; the message completes "because ..." */
    Element one(String text) {
        String name = text.strip();
        if (reference.getEReferenceType() == ModelPackage.Literals.PERSON) {
            People people = new People(directory.getPeople());
            Person person = people.find(name).orElseThrow(
                    () -> new IllegalArgumentException("nobody called \"" + name + "\" is in the directory"));
            people.notes().forEach(notes);
            return person;
        }
        boolean elsewhere = ModelPackage.Literals.SUBJECT.isSuperTypeOf(reference.getEReferenceType())
                && !Presentation.isWithinArtifact(reference);
        Optional<Element> found = elsewhere
                ? byPath(name)
                : among(Presentation.isWithinArtifact(reference) ? EcoreUtil.getRootContainer(owner) : directory, name);
        return found.filter(element -> reference.getEReferenceType().isInstance(element))
                .orElseThrow(() -> new IllegalArgumentException("there is no "
                        + Presentation.label(reference.getEReferenceType()).toLowerCase(java.util.Locale.ROOT)
                        + " called \"" + name + "\"" + (elsewhere ? "; items are named like CHR-001/D-002" : "")));
    }

    private Optional<Element> byPath(String path) {
        String[] keys = path.split("/", 2);
        Optional<Artifact> artifact = EditSession.of(owner)
                .flatMap(session -> session.find(keys[0]).flatMap(info -> session.artifact(info.id())));
        return keys.length == 1
                ? artifact.map(Element.class::cast)
                : artifact.flatMap(root -> among(root, keys[1]));
    }

    /** A key goes before the same text as a code, and that before the same as a title or a name of something else. */
    private Optional<Element> among(EObject holder, String name) {
        List<Element> all = holder.eContents().stream().filter(reference.getEReferenceType()::isInstance)
                .map(Element.class::cast).toList();
        Optional<Element> found = only(all.stream()
                .filter(element -> Names.same(name, ownName(element)) || name.equals(element.getId())).toList(), name,
                Messages.severalKeys);
        for (EStructuralFeature feature : found.isPresent() ? List.<EStructuralFeature>of() : further()) {
            found = found.isPresent()
                    ? found
                    : only(all.stream().filter(element -> element.eGet(feature) != null
                            && Names.same(name, String.valueOf(element.eGet(feature)))).toList(), name,
                            Messages.severalReferred);
        }
        return found;
    }

    private List<EStructuralFeature> further() {
        return reference.getEReferenceType() == ModelPackage.Literals.VENDOR
                ? List.of(ModelPackage.Literals.VENDOR__NAME)
                : Identity.names(reference.getEReferenceType());
    }

    private Optional<Element> only(List<Element> found, String name, String several) {
        if (found.size() > 1) {
            throw new IllegalArgumentException(Messages.bind(several, new Object[]{found.size(), name,
                    Presentation.label(reference.getEReferenceType())}));
        }
        return found.stream().findFirst();
    }

    private String ownName(Element element) {
        return element instanceof Subject subject ? subject.getKey() : FileValues.name(reference, element);
    }
}
