package org.chartroom.core.type;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.chartroom.core.evaluation.SystemClock;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Makes objects of a model with all that can be entered in them, for trying the model out. */
public final class Examples {
    private static final int DEPTH = 3;

    /** Which values the fields get. */
    public enum Values {
        /** Ordinary ones: today, 1, a word, the first literal. */
        USUAL,
        /** Ones that nobody should enter: a day long ago, negative numbers, the last literal. */
        UNUSUAL
    }

    private Examples() {
    }

    /**
     * @param eClass a concrete class
     * @param values which values its fields get
     * @return an object with every field set that can be changed and has a type known here, and one element in each of
     *         its lists, down to the third level
     */
    public static EObject of(EClass eClass, Values values) {
        return of(eClass, values, DEPTH);
    }

    private static EObject of(EClass eClass, Values values, int depth) {
        EObject object = EcoreUtil.create(eClass);
        for (EStructuralFeature feature : eClass.getEAllStructuralFeatures()) {
            if (feature.isDerived() || !feature.isChangeable()) {
                continue;
            }
            if (feature instanceof EAttribute attribute) {
                Object value = value(attribute.getEAttributeType(), values);
                if (value != null) {
                    object.eSet(feature, feature.isMany() ? List.of(value) : value);
                }
            } else if (feature instanceof EReference reference && reference.isContainment() && depth > 0
                    && !reference.getEReferenceType().isAbstract() && isOwn(reference)) {
                EObject child = of(reference.getEReferenceType(), values, depth - 1);
                object.eSet(feature, reference.isMany() ? List.of(child) : child);
            }
        }
        if (object instanceof Element element) {
            element.setId(UUID.randomUUID().toString());
        }
        return object;
    }

    /** Links, comments, evidence and sign-offs are the same for all. */
    private static boolean isOwn(EReference reference) {
        return reference.getEContainingClass().getEPackage() != ModelPackage.eINSTANCE;
    }

    /**
     * @param type a data type
     * @param values which value is wanted
     * @return a value of it; null when the type is not known here
     */
    public static Object value(EDataType type, Values values) {
        boolean usual = values == Values.USUAL;
        if (type instanceof EEnum literals) {
            return literals.getELiterals().get(usual ? 0 : literals.getELiterals().size() - 1).getInstance();
        }
        Class<?> java = type.getInstanceClass();
        if (java == String.class) {
            return usual ? "example" : " ";
        } else if (java == LocalDate.class) {
            return usual ? LocalDate.now(SystemClock.get()) : LocalDate.of(2000, 1, 1);
        } else if (java == Money.class) {
            return Money.valueOf(usual ? "1 EUR" : "-1 EUR");
        } else if (java == Boolean.class || java == boolean.class) {
            return usual;
        } else if (java != null && (Number.class.isAssignableFrom(java) || java.isPrimitive())) {
            return EcoreUtil.createFromString(type, usual ? "1" : "-1");
        }
        return null;
    }
}
