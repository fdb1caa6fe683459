package org.chartroom.core.type;

import org.eclipse.emf.ecore.EClass;

/** What extension points whose contributions are for certain artifact types have in common. */
public final class Contributions {
    private Contributions() {
    }

    /**
     * @param eClass class of an artifact
     * @param packageUri namespace URI of the package a contribution names
     * @param typeName name of the class it names in that package
     * @return whether it names the class or one of its superclasses
     */
    public static boolean areFor(EClass eClass, String packageUri, String typeName) {
        return is(eClass, packageUri, typeName)
                || eClass.getEAllSuperTypes().stream().anyMatch(superType -> is(superType, packageUri, typeName));
    }

    private static boolean is(EClass eClass, String packageUri, String typeName) {
        return eClass.getName().equals(typeName) && eClass.getEPackage().getNsURI().equals(packageUri);
    }
}
