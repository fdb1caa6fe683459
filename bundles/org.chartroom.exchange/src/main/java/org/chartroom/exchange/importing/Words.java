package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Artifact;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Meets the words of a table with the words of the model: names, labels and aliases, without regard to case. */
final class Words {
    private Words() {
    }

    /** @return letters and digits in lower case, words separated by one space; camel case counts as words */
    static String normal(String text) {
        return text.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    static List<String> aliases(EModelElement element) {
        return Presentation.detail(element, "aliases")
                .map(list -> Arrays.stream(list.split(",")).map(Words::normal).toList()).orElse(List.of());
    }

    /**
     * @return the literal that has the text as its name, label, alias or, when only one does, first letter; empty when
     *         none or more than one has
     */
    static Optional<EEnumLiteral> literal(EEnum type, String text) {
        String wanted = normal(text);
        List<EEnumLiteral> byLetter = new ArrayList<>();
        for (EEnumLiteral literal : type.getELiterals()) {
            String name = normal(literal.getLiteral());
            if (wanted.equals(name) || wanted.equals(normal(Presentation.label(literal)))
                    || aliases(literal).contains(wanted)) {
                return Optional.of(literal);
            }
            if (wanted.length() == 1 && name.startsWith(wanted)) {
                byLetter.add(literal);
            }
        }
        return byLetter.size() == 1 ? Optional.of(byLetter.get(0)) : Optional.empty();
    }

    /**
     * @return the step, from 1, whose label in the artifact or whose usual name is the text; empty when there is none
     */
    static Optional<Integer> step(EStructuralFeature feature, Artifact artifact, String text) {
        String wanted = normal(text);
        Optional<Integer> own = Presentation.detail(feature, "scale")
                .flatMap(scale -> ownStep(artifact, scale, wanted));
        if (own.isPresent()) {
            return own;
        }
        String[] steps = Presentation.detail(feature, "steps").map(list -> list.split("\\|")).orElse(new String[0]);
        for (int i = 0; i < steps.length; i++) {
            if (Arrays.stream(steps[i].split(",")).map(Words::normal).anyMatch(wanted::equals)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> ownStep(Artifact artifact, String scale, String wanted) {
        EStructuralFeature list = artifact.eClass().getEStructuralFeature(scale);
        if (list == null || !list.isMany()) {
            return Optional.empty();
        }
        for (Object step : (List<?>) artifact.eGet(list)) {
            EObject level = (EObject) step;
            Object label = level.eGet(level.eClass().getEStructuralFeature("label"));
            if (label != null && normal(label.toString()).equals(wanted)) {
                return Optional.of((Integer) level.eGet(level.eClass().getEStructuralFeature("value")));
            }
        }
        return Optional.empty();
    }

    /** @return whether the field has a scale of steps */
    static boolean hasSteps(EStructuralFeature feature) {
        return Presentation.detail(feature, "steps").isPresent();
    }
}
