package org.chartroom.core.internal.type;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

    private final FeatureCalculator calculator;
    private final String bundle;
    private final Duration limit;
    private final Set<EStructuralFeature> setAside = ConcurrentHashMap.newKeySet();

    /**
     * @param calculator the calculator
     * @param bundle symbolic name of the bundle that brings it
     * @param limit how long a value may take; zero for one that came with the product, whose values are computed without
     *        a thread between, because a large grid asks for hundreds of thousands
     */
    FencedCalculator(FeatureCalculator calculator, String bundle, Duration limit) {
        this.calculator = calculator;
        this.bundle = bundle;
        this.limit = limit;
    }

    @Override
    public Object value(EObject owner, EStructuralFeature feature) {
        if (setAside.contains(feature)) {
            return null;
        }
        return limit.isZero() ? direct(owner, feature) : limited(owner, feature);
    }

    @Override
    public Optional<String> numbers(EObject owner, EStructuralFeature feature) {
        if (setAside.contains(feature)) {
            return Optional.empty();
        }
        try {
            return limit.isZero()
                    ? calculator.numbers(owner, feature)
                    : Fence.call("calculator of " + bundle, limit, () -> calculator.numbers(owner, feature));
        } catch (FenceException e) {
            setAside(feature, e.getMessage(), e.getCause());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            setAside(feature, "failed (" + e + ")", e);
        }
        return Optional.empty();
    }

    private Object direct(EObject owner, EStructuralFeature feature) {
        try {
            return calculator.value(owner, feature);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return setAside(feature, "failed (" + e + ")", e);
        }
    }

    private Object limited(EObject owner, EStructuralFeature feature) {
        try {
            return Fence.call("calculator of " + bundle, limit, () -> calculator.value(owner, feature));
        } catch (FenceException e) {
            return setAside(feature, e.getMessage(), e.getCause());
        }
    }

    /** @return no value */
    private Object setAside(EStructuralFeature feature, String what, Throwable cause) {
        setAside.add(feature);
        LOG.error(
                "The calculator of bundle {} {} with {}; the field stays empty until the next start. Tell its maker, or "
                        + "remove the bundle.",
                bundle, what, feature.getEContainingClass().getName() + "." + feature.getName(), cause);
        return null;
    }
}
