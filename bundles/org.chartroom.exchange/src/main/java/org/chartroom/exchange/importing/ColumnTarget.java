package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Where the values of a column go: a field of the item, or a field of an element in one of its lists, for example the
 * description of an action of a risk.
 *
 * @param list the list of the element; empty for a field of the item itself
 * @param feature the field
 * @param ofArtifact whether it is a field of the artifact itself
 */
public record ColumnTarget(Optional<EReference> list, EStructuralFeature feature, boolean ofArtifact) {
    private static final String ARTIFACT = "artifact.";

    /**
     * @param list the list of the element; empty for a field of the item itself
     * @param feature the field
     */
    public ColumnTarget(Optional<EReference> list, EStructuralFeature feature) {
        this(list, feature, false);
    }

    /**
     * @return how the target is written in a remembered mapping: "title", "actions.description" or "artifact.purpose"
     */
    public String path() {
        return ofArtifact
                ? ARTIFACT + feature.getName()
                : list.map(reference -> reference.getName() + ".").orElse("") + feature.getName();
    }

    /** @return what users call it: "Title" or "Actions: Description" */
    public String label() {
        String own = Presentation.detail(feature, "longLabel").orElseGet(() -> Presentation.label(feature));
        return ofArtifact
                ? Messages.bind(Messages.ofArtifact, own)
                : list.map(reference -> Presentation.label(reference) + ": ").orElse("") + own;
    }

    /**
     * @param itemClass a class of items
     * @return every target a column can have, in the order of the model
     */
    public static List<ColumnTarget> of(EClass itemClass) {
        List<ColumnTarget> targets = new ArrayList<>();
        for (EStructuralFeature feature : itemClass.getEAllStructuralFeatures()) {
            if (isImportable(feature)) {
                targets.add(new ColumnTarget(Optional.empty(), feature));
            }
        }
        for (EReference list : itemClass.getEAllContainments()) {
            if (!list.isMany() || ModelPackage.eINSTANCE == list.getEReferenceType().getEPackage()) {
                continue;
            }
            for (EStructuralFeature feature : list.getEReferenceType().getEAllStructuralFeatures()) {
                if (isImportable(feature)) {
                    targets.add(new ColumnTarget(Optional.of(list), feature));
                }
            }
        }
        return targets;
    }

    /**
     * @param itemClass a class of items
     * @param path a path as {@link #path()} writes it
     * @return the target; empty when the class has none of that path
     */
    public static Optional<ColumnTarget> byPath(EClass itemClass, String path) {
        return of(itemClass).stream().filter(target -> target.path().equals(path)).findFirst();
    }

    /**
     * @param itemClass a class of items
     * @param artifactClass the class of their artifacts
     * @return every target a column can have, those of the artifact last
     */
    public static List<ColumnTarget> of(EClass itemClass, EClass artifactClass) {
        List<ColumnTarget> targets = new ArrayList<>(of(itemClass));
        targets.addAll(ofArtifact(artifactClass));
        return targets;
    }

    /** @return the fields of an artifact itself; its key stays as it is */
    static List<ColumnTarget> ofArtifact(EClass artifactClass) {
        return artifactClass.getEAllStructuralFeatures().stream().filter(ColumnTarget::isImportable)
                .filter(feature -> feature != ModelPackage.Literals.SUBJECT__KEY && !Presentation.isHidden(feature))
                .map(feature -> new ColumnTarget(Optional.empty(), feature, true)).toList();
    }

    /**
     * @param itemClass a class of items
     * @param artifactClass the class of their artifacts
     * @param path a path as {@link #path()} writes it
     * @return the target; empty when there is none of that path
     */
    public static Optional<ColumnTarget> byPath(EClass itemClass, EClass artifactClass, String path) {
        return of(itemClass, artifactClass).stream().filter(target -> target.path().equals(path)).findFirst();
    }

    /**
     * @param artifactClass a class of artifacts
     * @return its list of items, which a table is imported into: the one whose presentation says "main", or else the first;
     *         empty when it has none
     */
    public static Optional<EReference> itemsOf(EClass artifactClass) {
        List<EReference> lists = artifactClass.getEAllContainments().stream().filter(reference -> reference.isMany()
                && ModelPackage.Literals.ITEM.isSuperTypeOf(reference.getEReferenceType())).toList();
        return lists.stream().filter(list -> Presentation.detail(list, "main").isPresent()).findFirst()
                .or(() -> lists.stream().findFirst());
    }

    private static boolean isImportable(EStructuralFeature feature) {
        if (feature.isDerived() || feature.isTransient() || !feature.isChangeable()) {
            return false;
        }
        if (feature instanceof EAttribute attribute) {
            return !attribute.isID();
        }
        // References are written as names: of people, of what the directory or the artifact has, of artifacts and items.
        EReference reference = (EReference) feature;
        return !reference.isContainment() && !reference.isContainer() && !Presentation.isHidden(reference);
    }
}
