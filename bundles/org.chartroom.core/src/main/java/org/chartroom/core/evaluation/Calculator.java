package org.chartroom.core.evaluation;

import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.osgi.annotation.versioning.ConsumerType;

/** Computes the derived features of the classes of one package. Has no state and is called from any thread. */
@ConsumerType
@FunctionalInterface
public interface Calculator {
    /**
     * Computes one derived value. It is kept until something changes, so it must depend on nothing but the objects that
     * can be reached from the owner and on what the evaluation gives. It must not change anything.
     *
     * @param owner the object the feature belongs to
     * @param feature a derived feature of the object's class
     * @param evaluation the moment, the exchange rates, the state
     * @return the value, of the feature's type; null when it can't be computed from what is there
     */
    Object value(EObject owner, EStructuralFeature feature, Evaluation evaluation);

    /**
     * Says which numbers a value comes from, for people who ask how it came about, as "20 + 30" or "(40 - 30) / 2".
     *
     * @param owner the object the feature belongs to
     * @param feature a derived feature of the object's class
     * @param evaluation the moment, the exchange rates, the state
     * @return the formula with its numbers in place of its names, in the locale of the process; empty when the model says
     *         the formula or there is nothing to say
     */
    default Optional<String> numbers(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
        return Optional.empty();
    }
}
