package org.chartroom.core.internal.expression;

import java.util.ArrayDeque;
import java.util.Deque;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.expression.Expression;
import org.chartroom.core.expression.ExpressionException;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.BasicSettingDelegate;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes a derived feature of a model without Java. */
public final class Derivation extends BasicSettingDelegate.Stateless {
    /** Source of the annotation. */
    public static final String SOURCE = "http://www.chartroom.org/expression";
    private static final String DERIVATION = "derivation";
    private static final Logger LOG = LoggerFactory.getLogger(Derivation.class);

    /** A field of an object that is being computed. */
    private record Cell(EObject owner, EStructuralFeature feature) {
    }

    private static final ThreadLocal<Deque<Cell>> COMPUTING = ThreadLocal.withInitial(ArrayDeque::new);

    private final Expression expression;
    private volatile boolean isSetAside;

    private Derivation(EStructuralFeature feature, Expression expression) {
        super(feature);
        this.expression = expression;
    }

    /**
     * @param feature a feature
     * @return the expression it is computed with; null when it is not
     */
    public static String text(EStructuralFeature feature) {
        return EcoreUtil.getAnnotation(feature, SOURCE, DERIVATION);
    }

    /**
     * Makes a feature compute itself, when its annotations say how.
     *
     * @param feature a feature of a model that was just read
     * @throws ExpressionException when the expression is wrong, or the feature is not declared as derived
     */
    public static void install(EStructuralFeature feature) {
        String text = text(feature);
        if (text == null) {
            return;
        }
        if (!feature.isDerived() || !feature.isVolatile() || !feature.isTransient() || feature.isChangeable()) {
            throw new ExpressionException(name(feature)
                    + " is computed, so it must be derived, volatile, transient and not changeable", null);
        }
        try {
            ((EStructuralFeature.Internal) feature).setSettingDelegate(
                    new Derivation(feature, Expression.compile(text, feature.getEContainingClass())));
        } catch (ExpressionException e) {
            throw new ExpressionException(name(feature) + ": " + e.getMessage(), e);
        }
    }

    private static String name(EStructuralFeature feature) {
        return feature.getEContainingClass().getName() + "." + feature.getName();
    }

    /**
     * Computes the value and lets mistakes through.
     *
     * @param owner an object that has the feature
     * @param feature a feature that is computed
     * @throws ExpressionException when its expression is wrong for the object
     */
    static void attempt(EObject owner, EStructuralFeature feature) {
        if (((EStructuralFeature.Internal) feature).getSettingDelegate() instanceof Derivation derivation) {
            derivation.compute(owner);
        }
    }

    @Override
    protected Object get(InternalEObject owner, boolean resolve, boolean coreType) {
        Object unset = eStructuralFeature.getDefaultValue();
        if (isSetAside) {
            return unset;
        }
        try {
            Object value = compute(owner);
            return value == null ? unset : value;
        } catch (ExpressionException e) {
            if (!COMPUTING.get().isEmpty()) {
                throw e;
            }
            // It was tried when the model was read; what is left shows with unusual data, and shows only once.
            isSetAside = true;
            LOG.error(
                    "{} of {} can't be computed and stays empty until the next start: {}. Tell the maker of the plug-in.",
                    name(eStructuralFeature), eStructuralFeature.getEContainingClass().getEPackage().getNsURI(),
                    e.getMessage(), e);
            return unset;
        }
    }

    private Object compute(EObject owner) {
        Deque<Cell> computing = COMPUTING.get();
        Cell cell = new Cell(owner, eStructuralFeature);
        if (computing.contains(cell)) {
            throw new ExpressionException(name(eStructuralFeature) + " is computed from itself", null);
        }
        computing.push(cell);
        try {
            Evaluation evaluation = Evaluation.of(owner);
            return evaluation.once(owner, eStructuralFeature,
                    () -> expression.value(owner, eStructuralFeature, evaluation).orElse(null));
        } finally {
            computing.pop();
        }
    }

    @Override
    protected boolean isSet(InternalEObject owner) {
        return false;
    }
}
