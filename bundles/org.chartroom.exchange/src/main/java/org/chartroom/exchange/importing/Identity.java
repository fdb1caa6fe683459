package org.chartroom.exchange.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What tells the elements of a list inside an item apart: the fields whose presentation says "identity", or else the key,
 * or else the first field where it is a day or a time. Elements without any are told apart by all of their values.
 *
 * @param features the fields, in the order of the model; empty when there are none
 */
record Identity(List<EStructuralFeature> features) {
    private static final String DETAIL = "identity";
    private static final String PERIOD = "period";

    /** @return what tells elements of a class apart */
    static Identity of(EClass elementClass) {
        List<EStructuralFeature> said = said(elementClass);
        if (!said.isEmpty()) {
            return new Identity(said);
        }
        if (ModelPackage.Literals.SUBJECT.isSuperTypeOf(elementClass)) {
            return new Identity(List.of(ModelPackage.Literals.SUBJECT__KEY, ModelPackage.Literals.SUBJECT__TITLE));
        }
        return new Identity(elementClass.getEStructuralFeatures().stream().limit(1).filter(Identity::isTime).toList());
    }

    private static List<EStructuralFeature> said(EClass elementClass) {
        return elementClass.getEAllStructuralFeatures().stream()
                .filter(feature -> Presentation.detail(feature, DETAIL).isPresent()).toList();
    }

    /** @return of items what each of them can be called, in the order in which it counts: key, codes, title; else nothing */
    static List<EStructuralFeature> names(EClass elementClass) {
        if (!ModelPackage.Literals.SUBJECT.isSuperTypeOf(elementClass)) {
            return List.of();
        }
        List<EStructuralFeature> names = new ArrayList<>(said(elementClass));
        names.add(0, ModelPackage.Literals.SUBJECT__KEY);
        names.add(ModelPackage.Literals.SUBJECT__TITLE);
        return names;
    }

    private static boolean isTime(EStructuralFeature feature) {
        return isDay(feature)
                || feature instanceof EAttribute && feature.getEType().getInstanceClass() == Instant.class;
    }

    private static boolean isDay(EStructuralFeature feature) {
        return feature instanceof EAttribute && feature.getEType().getInstanceClass() == LocalDate.class;
    }

    /** @return whether elements that lack it in a file can't be those that have it: texts and choices are often left out */
    static boolean isNeeded(EStructuralFeature feature) {
        return !(feature instanceof EAttribute attribute) || !(attribute.getEAttributeType() instanceof EEnum)
                && attribute.getEAttributeType().getInstanceClass() != String.class
                || Presentation.detail(feature, "format").isPresent();
    }

    /** @return whether only free texts tell them apart: then two may well have the same */
    boolean isText() {
        return features.stream().allMatch(feature -> feature instanceof EAttribute
                && feature.getEType().getInstanceClass() == String.class
                && !ModelPackage.Literals.SUBJECT__KEY.equals(feature));
    }

    /** @return the texts and keys without one of which an element is called nothing; empty when something else tells it apart */
    List<EStructuralFeature> texts() {
        boolean areTexts = features.stream().allMatch(
                feature -> feature instanceof EAttribute && feature.getEType().getInstanceClass() == String.class);
        return areTexts ? features : List.of();
    }

    /** @return the field that says when: a period or a day, without which an element means nothing */
    Optional<EStructuralFeature> when() {
        return features.size() == 1 && (isPeriod(features.get(0)) || isDay(features.get(0)))
                ? Optional.of(features.get(0))
                : Optional.empty();
    }

    /** @return whether a field holds a month or a quarter: its first day, or the period of the artifact */
    static boolean isPeriod(EStructuralFeature feature) {
        return Presentation.detail(feature, DETAIL).filter(PERIOD::equals).isPresent();
    }
}
