package org.chartroom.core.internal.type;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.chartroom.core.evaluation.Calculator;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.fence.Fence;
import org.chartroom.core.fence.FenceException;
import org.chartroom.model.derived.FeatureCalculator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A contributed calculator that gives no value any more for a field with which it failed. */
final class FencedCalculator implements FeatureCalculator {
    private static final Logger LOG = LoggerFactory.getLogger(FencedCalculator.class);

    /** A question to the calculator. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(EObject owner, EStructuralFeature feature, Evaluation evaluation);
    }

    private final Question<Object> value;
    private final Question<Optional<String>> numbers;
    private final String bundle;
    /** Made once: it is asked for hundreds of thousands of values. */
    private final String name;
    private final Duration limit;
    private final Set<EStructuralFeature> setAside = ConcurrentHashMap.newKeySet();

    /**
     * @param calculator the calculator
     * @param bundle symbolic name of the bundle that brings it
     * @param limit how long a value may take; zero for one that came with the product, whose values are computed without
     *        a thread between, because a large grid asks for hundreds of thousands
     */
    FencedCalculator(Calculator calculator, String bundle, Duration limit) {
        this.value = calculator::value;
        this.numbers = calculator::numbers;
        this.bundle = bundle;
        this.name = "calculator of " + bundle;
        this.limit = limit;
    }

    @Override
    public Object value(EObject owner, EStructuralFeature feature) {
        Evaluation evaluation = Evaluation.of(owner);
        return evaluation.once(owner, feature, () -> ask(owner, feature, evaluation, value, null));
    }

    @Override
    public Optional<String> numbers(EObject owner, EStructuralFeature feature) {
        return ask(owner, feature, Evaluation.of(owner), numbers, Optional.empty());
    }

    private <T> T ask(EObject owner, EStructuralFeature feature, Evaluation evaluation, Question<T> question,
            T none) {
        if (setAside.contains(feature)) {
            return none;
        }
        try {
            return Fence.call(name, limit, () -> question.ask(owner, feature, evaluation));
        } catch (FenceException e) {
            setAside(feature, e.getMessage(), e.getCause());
            return none;
        }
    }

    private void setAside(EStructuralFeature feature, String what, Throwable cause) {
        setAside.add(feature);
        LOG.error(
                "The calculator of bundle {} {} with {}; the field stays empty until the next start. Tell its maker, or "
                        + "remove the bundle.",
                bundle, what, feature.getEContainingClass().getName() + "." + feature.getName(), cause);
    }
}
