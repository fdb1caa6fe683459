package org.chartroom.core.internal.expression;

import java.time.LocalDate;
import java.util.List;

import org.chartroom.core.expression.ExpressionException;
import org.chartroom.core.internal.check.ModelCheck;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Computes everything a class of a model says can be computed, once, for an example with every field set: a mistake that
 * can't be seen from reading shows when the model comes, and not when a user types.
 */
public final class DryRun {
    private static final int DEPTH = 3;

    private DryRun() {
    }

    /**
     * @param eClass a concrete class of a model that was just read
     * @throws ExpressionException when an expression in it is wrong; says of what
     */
    public static void of(EClass eClass) {
        EObject example = example(eClass, DEPTH);
        attempt(example);
        example.eAllContents().forEachRemaining(DryRun::attempt);
    }

    private static void attempt(EObject object) {
        for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
            try {
                Derivation.attempt(object, feature);
            } catch (ExpressionException e) {
                throw new ExpressionException(
                        object.eClass().getName() + "." + feature.getName() + ": " + e.getMessage(), e);
            }
        }
        for (ModelCheck check : ModelCheck.of(object.eClass())) {
            check.attempt(object, LocalDate.now());
        }
    }

    private static EObject example(EClass eClass, int depth) {
        EObject object = EcoreUtil.create(eClass);
        for (EStructuralFeature feature : eClass.getEAllStructuralFeatures()) {
            if (feature.isDerived() || !feature.isChangeable()) {
                continue;
            }
            if (feature instanceof EAttribute attribute) {
                Object value = example(attribute.getEAttributeType());
                if (value != null) {
                    object.eSet(feature, feature.isMany() ? List.of(value) : value);
                }
            } else if (feature instanceof EReference reference && reference.isContainment() && depth > 0
                    && !reference.getEReferenceType().isAbstract()) {
                EObject child = example(reference.getEReferenceType(), depth - 1);
                object.eSet(feature, reference.isMany() ? List.of(child) : child);
            }
        }
        return object;
    }

    private static Object example(EClassifier type) {
        if (type instanceof EEnum literals) {
            return literals.getDefaultValue();
        }
        Class<?> java = type.getInstanceClass();
        if (java == String.class) {
            return "example";
        } else if (java == LocalDate.class) {
            return LocalDate.now();
        } else if (java == Money.class) {
            return Money.valueOf("1 EUR");
        } else if (java == Boolean.class || java == boolean.class) {
            return true;
        } else if (java != null && (Number.class.isAssignableFrom(java) || java.isPrimitive())) {
            return EcoreUtil.createFromString((org.eclipse.emf.ecore.EDataType) type, "1");
        }
        return null;
    }
}
