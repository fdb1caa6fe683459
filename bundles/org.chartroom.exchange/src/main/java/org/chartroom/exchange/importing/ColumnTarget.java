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
 * Where the values of a column go: a field of the item, or a field of the first child in one of its lists, for example
 * the description of the first action of a risk.
 *
 * @param list the list of the child; empty for a field of the item itself
 * @param feature the field
 */
public record ColumnTarget(Optional<EReference> list, EStructuralFeature feature) {
    /**
     * @return how the target is written in a remembered mapping: "title" or "actions.description"
     */
    public String path() {
        return list.map(reference -> reference.getName() + ".").orElse("") + feature.getName();
    }

    /** @return what users call it: "Title" or "Actions: Description" */
    public String label() {
        String own = Presentation.detail(feature, "longLabel").orElseGet(() -> Presentation.label(feature));
        return list.map(reference -> Presentation.label(reference) + ": ").orElse("") + own;
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
        if (feature.isDerived() || feature.isTransient() || feature.isMany() || !feature.isChangeable()) {
            return false;
        }
        if (feature instanceof EAttribute attribute) {
            return !attribute.isID();
        }
        // Of references, those to people, by name or e-mail address.
        return ((EReference) feature).getEReferenceType() == ModelPackage.Literals.PERSON;
    }
}
