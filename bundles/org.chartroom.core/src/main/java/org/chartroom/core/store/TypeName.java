package org.chartroom.core.store;

import org.eclipse.emf.ecore.EClass;

/**
 * The name of a class in a {@link ChangeSet}.
 *
 * @param namespace URI of its package
 * @param name its name in the package
 */
public record TypeName(String namespace, String name) {
    /**
     * @param eClass a class
     * @return its name
     */
    public static TypeName of(EClass eClass) {
        return new TypeName(eClass.getEPackage().getNsURI(), eClass.getName());
    }
}
