package org.chartroom.core.internal.expression;

import java.util.List;
import java.util.Optional;

import org.chartroom.core.expression.ExpressionException;
import org.chartroom.model.Artifact;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** What the names of an expression mean. */
public final class ExpressionNames {
    /** The artifact an object belongs to. */
    static final String ARTIFACT = "artifact";
    /** The object itself. */
    static final String SELF = "self";
    /** The object that contains an object. */
    static final String CONTAINER = "container";
    /** The one before an object in the list that contains it. */
    static final String PREVIOUS = "previous";
    /** The day. */
    static final String TODAY = "today";

    private ExpressionNames() {
    }

    /**
     * Looks a name up before anything is computed; names behind a dot as far as the model says what they lead to.
     *
     * @param text the expression, for the message
     * @param type class of the objects it is for
     * @param path a name, and what stands behind dots
     * @throws ExpressionException when the name means nothing
     */
    public static void check(String text, EClass type, List<String> path) {
        EClass current = type;
        for (int i = 0; i < path.size(); i++) {
            String name = path.get(i);
            EStructuralFeature feature = current.getEStructuralFeature(name);
            if (feature == null) {
                if (i == 0 ? isKnown(name, type) : List.of(CONTAINER, ARTIFACT, PREVIOUS).contains(name)) {
                    // What it contains is known only when there is an object.
                    return;
                }
                throw new ExpressionException("\"" + text + "\": " + current.getName() + " has no field " + name, null);
            }
            boolean isLast = i == path.size() - 1;
            if (!(feature instanceof EReference reference) || reference.isMany()) {
                if (isLast) {
                    return;
                }
                throw new ExpressionException("\"" + text + "\": nothing can stand behind " + name + ".", null);
            }
            current = reference.getEReferenceType();
        }
    }

    private static boolean isKnown(String name, EClass type) {
        return List.of(ARTIFACT, SELF, CONTAINER, PREVIOUS, TODAY).contains(name) || isLiteral(name, type);
    }

    /**
     * @param name a name
     * @param type a class
     * @return whether a literal of an enumeration is called so, of the package of the class or of the shared model
     */
    static boolean isLiteral(String name, EClass type) {
        return isLiteral(name, type.getEPackage().getEClassifiers())
                || isLiteral(name, ModelPackage.eINSTANCE.getEClassifiers());
    }

    private static boolean isLiteral(String name, List<EClassifier> classifiers) {
        for (EClassifier classifier : classifiers) {
            if (classifier instanceof EEnum literals && literals.getEEnumLiteral(name) instanceof EEnumLiteral) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param object an object
     * @param name the name of one of its fields, or one that leads away from it
     * @return the value, empty inside when it is not set; empty when there is no such field
     */
    static Optional<Optional<Object>> value(EObject object, String name) {
        EStructuralFeature feature = object.eClass().getEStructuralFeature(name);
        if (feature != null) {
            return Optional.of(feature instanceof EReference reference && reference.isMany()
                    ? Optional.of(new FeatureList(object, reference))
                    : Optional.ofNullable(ExpressionValues.of(object.eGet(feature))));
        }
        return switch (name) {
            case SELF -> Optional.of(Optional.of(object));
            case CONTAINER -> Optional.of(Optional.ofNullable(object.eContainer()));
            case PREVIOUS -> Optional.of(previous(object));
            case ARTIFACT -> Optional.of(artifact(object));
            default -> Optional.empty();
        };
    }

    private static Optional<Object> previous(EObject object) {
        if (object.eContainmentFeature() == null || !object.eContainmentFeature().isMany()) {
            return Optional.empty();
        }
        List<?> siblings = (List<?>) object.eContainer().eGet(object.eContainmentFeature());
        int index = siblings.indexOf(object);
        return index > 0 ? Optional.of(siblings.get(index - 1)) : Optional.empty();
    }

    private static Optional<Object> artifact(EObject object) {
        EObject current = object;
        while (current != null && !(current instanceof Artifact)) {
            current = current.eContainer();
        }
        return Optional.ofNullable(current);
    }
}
