package org.chartroom.exchange.importing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueRules;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Reads single values of fields in the forms that tables have them in. */
public final class FieldValues {
    private FieldValues() {
    }

    /**
     * @param subject the artifact or item the field belongs to
     * @param feature an attribute or a reference
     * @param text the value; empty clears the field; a list is separated by commas; a reference is written as
     *        {@link org.chartroom.exchange.export.FileValues#name} writes it
     * @param directory where people, projects, vendors and objectives are looked up
     * @return the value
     * @throws IllegalArgumentException when the text does not fit; the message completes "because ..."
     */
    public static Object parse(Subject subject, EStructuralFeature feature, String text, Directory directory) {
        if (feature.isMany()) {
            if (feature instanceof EAttribute) {
                return ValueRules.checked(
                        Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList());
            }
            return references(subject, (EReference) feature, directory).many(text);
        }
        if (text.isBlank()) {
            return feature.getDefaultValue();
        }
        if (feature instanceof EReference) {
            return references(subject, (EReference) feature, directory).one(text);
        }
        Artifact artifact = (Artifact) EcoreUtil.getRootContainer(subject);
        Optional<ColumnTarget> target = Optional.of(new ColumnTarget(Optional.empty(), feature));
        ColumnMapping mapping = new ColumnMapping(0, Presentation.label(feature), target, Scale.STEPS, Map.of());
        return new ValueReader(artifact).read(mapping, text);
    }

    private static ReferenceValues references(Subject subject, EReference reference, Directory directory) {
        if (reference.isContainment()) {
            throw new IllegalArgumentException("it holds other elements");
        }
        return new ReferenceValues(subject, reference, directory);
    }
}
