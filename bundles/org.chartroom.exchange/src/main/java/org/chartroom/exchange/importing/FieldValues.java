package org.chartroom.exchange.importing;

import java.util.function.Consumer;

import org.chartroom.core.type.ValueRules;
import org.chartroom.core.value.Language;
import org.chartroom.core.value.Reading;
import org.chartroom.core.value.ValueReader;
import org.chartroom.core.value.Steps;
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
     * @param text the value; empty clears the field; a list is separated by semicolons, line breaks or else commas; a reference is written as
     *        {@link org.chartroom.exchange.export.FileValues#name} writes it
     * @param directory where people, projects, vendors and objectives are looked up
     * @return the value
     * @throws IllegalArgumentException when the text does not fit; the message completes "because ..."
     */
    public static Object parse(Subject subject, EStructuralFeature feature, String text, Directory directory) {
        return parse(subject, feature, text, directory, note -> {
            // Who does not ask is not told.
        });
    }

    /**
     * @param subject the artifact or item the field belongs to
     * @param feature an attribute or a reference
     * @param text the value, as above
     * @param directory where people, projects, vendors and objectives are looked up
     * @param notes is told what was taken for granted, one sentence each
     * @return the value
     * @throws IllegalArgumentException when the text does not fit; the message completes "because ..."
     */
    public static Object parse(Subject subject, EStructuralFeature feature, String text, Directory directory,
            Consumer<String> notes) {
        if (feature.isMany()) {
            if (feature instanceof EAttribute) {
                return ValueRules.checked(ManyTexts.split(text));
            }
            return references(subject, (EReference) feature, directory, notes).many(text);
        }
        if (text.isBlank()) {
            return feature.getDefaultValue();
        }
        if (feature instanceof EReference) {
            return references(subject, (EReference) feature, directory, notes).one(text);
        }
        Artifact artifact = (Artifact) EcoreUtil.getRootContainer(subject);
        EAttribute attribute = (EAttribute) feature;
        ValueReader reader = new ValueReader(Language.file());
        if (Steps.has(attribute)) {
            return Scale.STEPS.step(reader.number(text.strip()), Steps.count(attribute, artifact));
        }
        Reading reading = reader.read(attribute, text, RootCurrency.of(artifact));
        if (reading.note() == Reading.Note.USUAL_CURRENCY) {
            notes.accept(Messages.bind(Messages.takenAs, new Object[]{feature.getName(), reading.value(),
                    Messages.bind(Messages.currencyOfArtifact, artifact.getKey())}));
        }
        Object value = reading.value();
        ColumnReader.inRange(attribute, value);
        return value;
    }

    private static ReferenceValues references(Subject subject, EReference reference, Directory directory,
            Consumer<String> notes) {
        if (reference.isContainment()) {
            throw new IllegalArgumentException("it holds other elements");
        }
        return new ReferenceValues(subject, reference, directory, notes);
    }
}
