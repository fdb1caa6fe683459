package org.chartroom.ui.forms.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Steps;
import org.chartroom.core.value.NaturalOrder;
import org.chartroom.core.value.Names;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Values of cells from and to text, for editing and the clipboard. */
final class CellConversion {
    private final FieldFormat format;

    CellConversion() {
        this(FieldFormat.current());
    }

    private CellConversion(FieldFormat format) {
        this.format = format;
    }

    /** @return the conversion for the cells of one pasted column, in the language they speak */
    CellConversion ofPasted(EStructuralFeature feature, List<String> cells) {
        return new CellConversion(format.ofPasted(feature, cells));
    }

    String text(EStructuralFeature feature, Object value) {
        return format.text(feature, value);
    }

    /**
     * Reads a text. For somebody who is not in the directory it gives a new person, in no directory yet.
     *
     * @throws IllegalArgumentException when the text does not fit; the message is one sentence for the user
     */
    Object value(EStructuralFeature feature, String text, EObject root, Directory directory) {
        if (feature instanceof EAttribute attribute) {
            return format.parse(attribute, text, root);
        }
        if (text.isBlank()) {
            return null;
        }
        if (!isPerson(feature)) {
            throw new IllegalArgumentException(Messages.notEditable);
        }
        String name = Names.visible(text);
        return directory.getPeople().stream()
                .filter(person -> Names.same(name, FieldFormat.name(person))
                        || Names.same(name, person.getEmail()))
                .findFirst().orElseGet(() -> newPerson(name));
    }

    private static Person newPerson(String name) {
        Person person = ModelFactory.eINSTANCE.createPerson();
        person.setId(UUID.randomUUID().toString());
        person.setName(name);
        return person;
    }

    /** @return the values a cell can have, with null for none; empty when it takes any text */
    List<Object> choices(EStructuralFeature feature, EObject root, Directory directory) {
        List<Object> choices = new ArrayList<>();
        if (feature.getEType() instanceof EEnum literals) {
            literals.getELiterals().stream().map(EEnumLiteral::getInstance).forEach(choices::add);
        } else if (feature.getEType().getInstanceClass() == boolean.class) {
            choices.addAll(List.of(false, true));
        } else if (Steps.has(feature)) {
            choices.add(null);
            int most = Steps.count(feature, root);
            for (int step = 1; step <= most; step++) {
                choices.add(step);
            }
        } else if (isPerson(feature)) {
            choices.add(null);
            directory.getPeople().stream()
                    .sorted(Comparator.comparing(FieldFormat::name, NaturalOrder.current()))
                    .forEach((Person person) -> choices.add(person));
        }
        return choices;
    }

    static boolean isEditable(EStructuralFeature feature) {
        return feature.isChangeable() && !feature.isDerived() && !feature.isMany()
                && !Presentation.isReadOnly(feature)
                && (feature instanceof EAttribute || isPerson(feature));
    }

    static boolean isPerson(EStructuralFeature feature) {
        return feature instanceof EReference reference
                && reference.getEReferenceType() == ModelPackage.Literals.PERSON;
    }
}
