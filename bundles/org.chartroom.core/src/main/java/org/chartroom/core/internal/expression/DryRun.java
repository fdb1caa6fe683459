package org.chartroom.core.internal.expression;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.expression.ExpressionException;
import org.chartroom.core.internal.check.ModelCheck;
import org.chartroom.core.type.Examples;
import org.chartroom.core.type.ModelChart;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Computes everything a class of a model says can be computed, once, for an example with every field set: a mistake that
 * can't be seen from reading shows when the model comes, and not when a user types.
 */
public final class DryRun {
    private DryRun() {
    }

    /**
     * @param eClass a concrete class of a model that was just read
     * @throws ExpressionException when an expression in it is wrong; says of what
     */
    public static void of(EClass eClass) {
        EObject example = Examples.of(eClass, Examples.Values.USUAL);
        attempt(example);
        example.eAllContents().forEachRemaining(DryRun::attempt);
    }

    private static void attempt(EObject object) {
        for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
            try {
                Derivation.attempt(object, feature);
            } catch (ExpressionException e) {
                throw new ExpressionException(
                        object.eClass().getName() + "." + feature.getName() + ": " + e.getMessage(), e);
            }
        }
        for (ModelCheck check : ModelCheck.of(object.eClass())) {
            check.attempt(object, Evaluation.of(object));
        }
        for (ModelChart chart : ModelChart.of(object.eClass())) {
            chart.data(object, Evaluation.of(object));
        }
    }
}
