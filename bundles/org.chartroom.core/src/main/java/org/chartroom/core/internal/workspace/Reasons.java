package org.chartroom.core.internal.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.ReasonDemand;
import org.chartroom.model.Element;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.osgi.util.NLS;

/** Finds the changes that a model wants a reason for. */
final class Reasons {
    private static final String SOURCE = "http://www.chartroom.org/history";
    private static final String ALWAYS = "always";

    private Reasons() {
    }

    static List<ReasonDemand> demands(List<ObjectChange> changes) {
        List<ReasonDemand> demands = new ArrayList<>();
        for (ObjectChange change : changes) {
            Element element = change.element();
            boolean isCreated = change.kind() == ObjectChange.Kind.CREATED;
            if (!isCreated && isDemandedByClass(element.eClass())) {
                demands.add(new ReasonDemand(element, null, NLS.bind(Messages.reasonOfType, label(element))));
            }
            for (EStructuralFeature feature : isCreated
                    ? element.eClass().getEAllStructuralFeatures()
                    : change.features()) {
                if (isDemanded(element, feature, isCreated)) {
                    demands.add(new ReasonDemand(element, feature,
                            NLS.bind(Messages.reasonOfField, Presentation.label(feature), label(element))));
                }
            }
        }
        return demands;
    }

    private static boolean isDemandedByClass(EClass eClass) {
        return ALWAYS.equals(reason(eClass))
                || eClass.getEAllSuperTypes().stream().anyMatch(type -> ALWAYS.equals(reason(type)));
    }

    private static boolean isDemanded(Element element, EStructuralFeature feature, boolean isCreated) {
        String when = reason(feature);
        if (when == null) {
            return false;
        }
        if (ALWAYS.equals(when)) {
            return !isCreated;
        }
        Object value = element.eGet(feature);
        String literal = feature instanceof EAttribute attribute && !feature.isMany() && value != null
                ? EcoreUtil.convertToString(attribute.getEAttributeType(), value)
                : null;
        return Arrays.stream(when.split(",")).map(String::strip).anyMatch(one -> one.equals(literal));
    }

    private static String reason(EModelElement element) {
        return EcoreUtil.getAnnotation(element, SOURCE, "reason");
    }

    /** What users call an element in a sentence. */
    static String label(Element element) {
        if (element instanceof Subject subject && (subject.getKey() != null || subject.getTitle() != null)) {
            return (Objects.requireNonNullElse(subject.getKey(), "") + " "
                    + Objects.requireNonNullElse(subject.getTitle(), "")).strip();
        }
        return Presentation.label(element.eClass());
    }
}
