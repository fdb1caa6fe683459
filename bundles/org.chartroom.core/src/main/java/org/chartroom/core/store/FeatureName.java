package org.chartroom.core.store;

import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * The name of a feature in a {@link ChangeSet}.
 *
 * @param namespace URI of the package of the class that declares it
 * @param name its name; unique in each class that has it
 */
public record FeatureName(String namespace, String name) {
    /**
     * @param feature a feature of a class
     * @return its name
     */
    public static FeatureName of(EStructuralFeature feature) {
        return new FeatureName(feature.getEContainingClass().getEPackage().getNsURI(), feature.getName());
    }

    /**
     * @param feature a feature of a class
     * @return whether its values are content, which is stored, rather than computed or implied
     */
    public static boolean isStored(EStructuralFeature feature) {
        return !feature.isDerived() && !feature.isTransient() && !feature.isVolatile()
                && !(feature instanceof EReference reference && reference.isContainer());
    }
}
