package org.chartroom.core.internal.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.expression.Expression;
import org.chartroom.core.expression.ExpressionException;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.eclipse.emf.common.util.EMap;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.SetCommand;

/**
 * A check that a model says in an annotation of a class or of a feature.
 *
 * @param id its id
 * @param feature what it is about; null for the object as a whole
 * @param severity how serious what it finds is
 * @param details all that the annotation says
 */
public record ModelCheck(String id, EStructuralFeature feature, Severity severity, Map<String, String> details) {
    /** Source of the annotations. */
    public static final String SOURCE = "http://www.chartroom.org/check";
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");
    private static final int SHOWN_DIGITS = 4;

    /**
     * @param eClass a class
     * @return its checks and those it inherits
     * @throws ExpressionException when an annotation lacks something or says something that is not known
     */
    public static List<ModelCheck> of(EClass eClass) {
        List<ModelCheck> checks = new ArrayList<>();
        for (EClass type : eClass.getEAllSuperTypes()) {
            add(type, eClass, checks);
        }
        add(eClass, eClass, checks);
        return checks;
    }

    private static void add(EClass type, EClass eClass, List<ModelCheck> checks) {
        add(type, eClass, null, checks);
        for (EStructuralFeature feature : type.getEStructuralFeatures()) {
            add(feature, eClass, feature, checks);
        }
    }

    private static void add(EModelElement annotated, EClass eClass, EStructuralFeature feature,
            List<ModelCheck> checks) {
        for (EAnnotation annotation : annotated.getEAnnotations()) {
            if (SOURCE.equals(annotation.getSource())) {
                checks.add(read(annotation.getDetails(), eClass, feature, checks.size() + 1));
            }
        }
    }

    private static ModelCheck read(EMap<String, String> details, EClass eClass, EStructuralFeature own, int number) {
        String name = eClass.getName() + (own == null ? "" : "." + own.getName());
        if (details.get("when") == null || details.get("message") == null) {
            throw new ExpressionException("A check of " + name + " lacks \"when\" or \"message\"", null);
        }
        EStructuralFeature feature = own;
        if (own == null && details.get("feature") != null) {
            feature = eClass.getEStructuralFeature(details.get("feature"));
            if (feature == null) {
                throw new ExpressionException(
                        "A check of " + name + " is about " + details.get("feature") + ", which is no field of it",
                        null);
            }
        }
        String severity = details.get("severity") == null ? Severity.WARNING.name() : details.get("severity");
        try {
            return new ModelCheck(
                    eClass.getEPackage().getNsPrefix() + "."
                            + (details.get("id") == null ? eClass.getName() + number : details.get("id")),
                    feature, Severity.valueOf(severity.toUpperCase(Locale.ROOT)), details.map());
        } catch (IllegalArgumentException e) {
            throw new ExpressionException(
                    "A check of " + name + " has the severity " + severity + "; it can be error, warning or info", e);
        }
    }

    /**
     * @param object an object of the class
     * @param evaluation what it is computed with
     * @return what it finds; empty when all is well, or what the condition needs is not set
     * @throws ExpressionException when one of its expressions is wrong for the object
     */
    public Optional<Finding> find(EObject object, Evaluation evaluation) {
        if (!expression(details.get("when"), object).isTrue(object, evaluation)) {
            return Optional.empty();
        }
        return Optional
                .of(new Finding(id, severity, (Element) object, feature, message(object, evaluation),
                        fixes(object, evaluation)));
    }

    /**
     * Computes all of its expressions, whether it fires or not.
     *
     * @param object an example
     * @param evaluation what it is computed with
     * @throws ExpressionException when one is wrong; says of which check
     */
    public void attempt(EObject object, Evaluation evaluation) {
        try {
            expression(details.get("when"), object).isTrue(object, evaluation);
            message(object, evaluation);
            if (details.get("set") != null) {
                if (feature == null) {
                    throw new ExpressionException("it sets a value, but is about no field", null);
                }
                expression(details.get("set"), object).value(object, feature, evaluation);
            }
        } catch (ExpressionException e) {
            throw new ExpressionException("Check " + id + ": " + e.getMessage(), e);
        }
    }

    private static Expression expression(String text, EObject object) {
        return Expression.of(text, object.eClass());
    }

    private String message(EObject object, Evaluation evaluation) {
        return PLACE.matcher(details.get("message")).replaceAll(found -> Matcher.quoteReplacement(
                expression(found.group(1), object).value(object, evaluation)
                        .map(value -> text(found.group(1), value, object))
                        .orElse("–")));
    }

    private static String text(String expression, Object value, EObject object) {
        EStructuralFeature named = object.eClass().getEStructuralFeature(expression.strip());
        if (named != null && named.getEType() instanceof EEnum literals) {
            return Presentation.label(literals.getEEnumLiteral(String.valueOf(value)));
        }
        return text(value);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number
                ? number.setScale(Math.min(Math.max(number.scale(), 0), SHOWN_DIGITS), java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private List<QuickFix> fixes(EObject object, Evaluation evaluation) {
        if (details.get("set") == null) {
            return List.of();
        }
        Object value = expression(details.get("set"), object).value(object, feature, evaluation).orElse(null);
        String label = details.get("fix") == null
                ? Messages.bind(Messages.setTo, value)
                : details.get("fix");
        return List.of(new QuickFix(label, domain -> SetCommand.create(domain, object, feature, value)));
    }
}
