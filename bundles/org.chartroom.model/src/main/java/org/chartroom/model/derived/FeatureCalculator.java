package org.chartroom.model.derived;

import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.osgi.annotation.versioning.ConsumerType;

/** Computes the derived features of the classes of one package. */
@ConsumerType
@FunctionalInterface
public interface FeatureCalculator {
    /**
     * Computes one derived value from the state of the model; called often, so it must be cheap and must not change
     * anything.
     *
     * @param owner the object the feature belongs to
     * @param feature a derived feature of the object's class
     * @return the value, of the feature's type; null when it can't be computed from what is there
     */
    Object value(EObject owner, EStructuralFeature feature);

    /**
     * Says which numbers a value comes from now, for people who ask how it came about, as "20 + 30" or "(40 - 30) / 2".
     *
     * @param owner the object the feature belongs to
     * @param feature a derived feature of the object's class
     * @return the formula with its numbers in place of its names, in the locale of the process; empty when the model says
     *         the formula or there is nothing to say
     */
    default Optional<String> numbers(EObject owner, EStructuralFeature feature) {
        return Optional.empty();
    }
}
