package org.chartroom.model.derived;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Where the derived features of the model get their values: the model declares them, the bundle of an artifact type
 * computes them.
 *
 * <p>This is a registry for the process, like EMF's own package registry, because generated accessors have no other
 * context to ask.
 */
public final class DerivedFeatures {
    private static final Map<String, FeatureCalculator> CALCULATORS = new ConcurrentHashMap<>();

    private DerivedFeatures() {
    }

    /**
     * Makes a calculator answer for the derived features that the classes of a package declare; replaces a former one.
     *
     * @param nsUri the namespace URI of the package that declares the features
     * @param calculator the calculator
     */
    public static void register(String nsUri, FeatureCalculator calculator) {
        CALCULATORS.put(nsUri, calculator);
    }

    /**
     * Takes a calculator back; one that was replaced meanwhile is left alone.
     *
     * @param nsUri the namespace URI it was registered for
     * @param calculator the calculator
     */
    public static void unregister(String nsUri, FeatureCalculator calculator) {
        CALCULATORS.remove(nsUri, calculator);
    }

    /**
     * @param owner an object
     * @param feature a derived feature of its class
     * @return the computed value; when nobody computes it or it can't be computed, null, or the default value where
     *         the type is a primitive
     */
    public static Object value(EObject owner, EStructuralFeature feature) {
        FeatureCalculator calculator = CALCULATORS.get(feature.getEContainingClass().getEPackage().getNsURI());
        Object value = calculator == null ? null : calculator.value(owner, feature);
        boolean primitive = feature.getEType().getInstanceClass() != null
                && feature.getEType().getInstanceClass().isPrimitive();
        return value == null && primitive ? feature.getDefaultValue() : value;
    }

    /**
     * @param owner an object
     * @param feature a derived feature of its class
     * @return the numbers its value comes from now, see {@link FeatureCalculator#numbers}; empty when nobody says them
     */
    public static Optional<String> numbers(EObject owner, EStructuralFeature feature) {
        FeatureCalculator calculator = CALCULATORS.get(feature.getEContainingClass().getEPackage().getNsURI());
        return calculator == null ? Optional.empty() : calculator.numbers(owner, feature);
    }
}
