package org.chartroom.exchange.json;

import java.util.Optional;

import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * How classes and features are called in JSON. A class of the artifact's own package or of the core has its short name, any
 * other one the address of its package before it.
 */
public final class ModelNames {
    /** Value of {@link #FORMAT_KEY}. */
    public static final String FORMAT = "org.chartroom.model";
    /** Tells that a JSON file is one of these. */
    public static final String FORMAT_KEY = "format";
    /** The only version so far. */
    public static final int VERSION = 1;
    static final String VERSION_KEY = "version";
    static final String STATE = "state";
    static final String ARTIFACTS = "artifacts";
    static final String DIRECTORY = "directory";
    /** With a sign that no feature has in its name. */
    static final String TYPE = "@type";
    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";
    static final String REFERENCE = "ref";
    static final String NAME = "name";

    private ModelNames() {
    }

    /**
     * @param feature a feature
     * @return whether a file holds it: what is computed follows from the rest, protocols of imports and
     *         settings of checks are of one workspace, and sealed artifacts stand among the artifacts
     */
    public static boolean isHeld(EStructuralFeature feature) {
        return feature != ModelPackage.Literals.DIRECTORY__IMPORTS && feature != ModelPackage.Literals.DIRECTORY__CHECKS
                && feature != ModelPackage.Literals.DIRECTORY__SEALED && feature.isChangeable() && !feature.isDerived()
                && !feature.isTransient()
                && !(feature instanceof EReference reference && reference.isContainer());
    }

    /**
     * @param eClass the class of an object
     * @param root the class of the artifact or directory that holds it
     * @return its name in the file
     */
    public static String name(EClass eClass, EClass root) {
        return find(eClass.getName(), root).filter(found -> found == eClass).isPresent()
                ? eClass.getName()
                : eClass.getEPackage().getNsURI() + "#" + eClass.getName();
    }

    /**
     * @param name a name in a file
     * @param root the class of the artifact or directory it is in
     * @return the class; empty when there is none of the name that objects can be made of
     */
    static Optional<EClass> find(String name, EClass root) {
        int mark = name.indexOf('#');
        EPackage known = mark < 0
                ? root.getEPackage()
                : EPackage.Registry.INSTANCE.getEPackage(name.substring(0, mark));
        String simple = name.substring(mark + 1);
        return known == null
                ? Optional.empty()
                : concrete(known.getEClassifier(simple)).or(() -> mark < 0
                        ? concrete(ModelPackage.eINSTANCE.getEClassifier(simple))
                        : Optional.empty());
    }

    private static Optional<EClass> concrete(EClassifier classifier) {
        return classifier instanceof EClass eClass && !eClass.isAbstract() && !eClass.isInterface()
                ? Optional.of(eClass)
                : Optional.empty();
    }
}
