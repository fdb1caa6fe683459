package org.chartroom.ui.forms.field;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.core.type.DynamicModel;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Says what a field means and, of a computed one, how its value comes about: the formula in words and with the numbers of
 * now. Formulas are written in the detail "formula" of a feature's presentation, with the features they use in braces; "^"
 * before a feature means that of the container: {@code min({breaches} × {creditPercent}, {creditCap}) × {^annualValue} / 12}.
 */
public final class Explanation {
    private static final Pattern OPERAND = Pattern.compile("\\{(\\^?)(\\w+)}");

    private Explanation() {
    }

    /**
     * @param element the element that has the field; null for none
     * @param feature the field
     * @return its documentation, and the formula with its numbers where there is one
     */
    public static String of(Element element, EStructuralFeature feature) {
        String documentation = Presentation.documentation(feature);
        Optional<String> formula = Presentation.detail(feature, "formula");
        if (element == null) {
            return documentation;
        }
        return formula.map(text -> computation(element, feature, text))
                .or(() -> DerivedFeatures.numbers(element, feature).map(text -> result(element, feature, text)))
                .or(() -> DynamicModel.derivation(feature).map(text -> result(element, feature, text)))
                .map(text -> documentation + "\n\n" + text).orElse(documentation);
    }

    /** What the calculator says; of an expression its text as it is: over a list, numbers in it would be too many. */
    private static String result(Element element, EStructuralFeature feature, String expression) {
        String result = FieldFormat.current().text(feature, element.eGet(feature));
        return Presentation.label(feature) + " = " + expression + "\n= "
                + (result.isEmpty() ? Messages.notSet : result);
    }

    private static String computation(Element element, EStructuralFeature feature, String formula) {
        FieldFormat format = FieldFormat.current();
        String words = fill(element, formula, operand -> Presentation.label(operand.feature()));
        String numbers = fill(element, formula, operand -> {
            String text = format.text(operand.feature(), operand.owner().eGet(operand.feature()));
            return text.isEmpty() ? Messages.notSet : text;
        });
        String result = format.text(feature, element.eGet(feature));
        return Presentation.label(feature) + " = " + words + "\n= " + numbers + "\n= "
                + (result.isEmpty() ? Messages.notSet : result);
    }

    /** A feature in a formula and the object that has it. */
    private record Operand(EObject owner, EStructuralFeature feature) {
    }

    private static String fill(Element element, String formula, Function<Operand, String> text) {
        return OPERAND.matcher(formula).replaceAll(found -> {
            EObject owner = found.group(1).isEmpty() ? element : element.eContainer();
            EStructuralFeature feature = owner == null ? null : owner.eClass().getEStructuralFeature(found.group(2));
            return Matcher.quoteReplacement(feature == null ? found.group(2) : text.apply(new Operand(owner, feature)));
        });
    }
}
