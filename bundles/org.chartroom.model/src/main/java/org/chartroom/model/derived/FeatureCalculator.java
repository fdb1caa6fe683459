package org.chartroom.model.derived;

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
}
