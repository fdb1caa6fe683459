package org.chartroom.core.internal.type;

import java.util.HashMap;
import java.util.Map;

import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.derived.FeatureCalculator;

/** The calculators that are contributed at the moment, by the namespace URI of the package they compute for. */
final class Calculators {
    private final Map<String, FeatureCalculator> registered = new HashMap<>();

    /**
     * Registers others than before. A package that had a calculator and gets another one is never without: its values may
     * be asked for at any time, from any thread.
     *
     * @param wanted the calculators from now on
     */
    void replace(Map<String, FeatureCalculator> wanted) {
        wanted.forEach(DerivedFeatures::register);
        // One that was replaced just now is left alone.
        registered.forEach(DerivedFeatures::unregister);
        registered.clear();
        registered.putAll(wanted);
    }
}
