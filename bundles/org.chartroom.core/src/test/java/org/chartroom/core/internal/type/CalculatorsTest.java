package org.chartroom.core.internal.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.derived.FeatureCalculator;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calculators while bundles come and go. */
class CalculatorsTest {
    private static final int CHANGES = 20_000;

    private final Calculators calculators = new Calculators();
    private final Risk risk = RiskFactory.eINSTANCE.createRisk();

    /** Gives always the same value. */
    private static final class Seven implements FeatureCalculator {
        @Override
        public Object value(EObject owner, EStructuralFeature feature) {
            return 7;
        }

        @Override
        public Optional<String> numbers(EObject owner, EStructuralFeature feature) {
            return Optional.empty();
        }
    }

    @AfterEach
    void take_all_back() {
        calculators.replace(Map.of());
    }

    private Object score() {
        return DerivedFeatures.value(risk, RiskPackage.Literals.RISK__CURRENT_SCORE);
    }

    @Test
    void a_value_is_never_missing_while_its_calculator_is_replaced() throws Exception {
        calculators.replace(Map.of(RiskPackage.eNS_URI, new Seven()));
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch looking = new CountDownLatch(1);
        Callable<Integer> look = () -> {
            int missing = 0;
            while (!done.get()) {
                missing += score() == null ? 1 : 0;
                looking.countDown();
            }
            return missing;
        };
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> missing = pool.submit(look);
            looking.await();
            for (int change = 0; change < CHANGES; change++) {
                calculators.replace(Map.of(RiskPackage.eNS_URI, new Seven()));
            }
            done.set(true);
            assertEquals(0, missing.get());
        } finally {
            done.set(true);
            pool.shutdownNow();
        }
    }

    @Test
    void a_value_is_missing_when_its_calculator_has_gone() {
        calculators.replace(Map.of(RiskPackage.eNS_URI, new Seven()));
        assertEquals(7, score());

        calculators.replace(Map.of());

        assertNull(score());
    }
}
