package org.chartroom.core.internal.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.chartroom.core.evaluation.Calculator;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.derived.FeatureCalculator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calculators of others. */
class FencedCalculatorTest {
    private static final EStructuralFeature TITLE = ModelPackage.Literals.SUBJECT__TITLE;
    private static final EStructuralFeature KEY = ModelPackage.Literals.SUBJECT__KEY;

    private final EObject item = ModelFactory.eINSTANCE.createPerson();

    @ParameterizedTest
    @ValueSource(longs = {0, 20_000})
    void a_field_it_fails_with_stays_empty_and_is_not_asked_for_again(long limit) {
        AtomicInteger asked = new AtomicInteger();
        FeatureCalculator calculator = new FencedCalculator((owner, feature, evaluation) -> {
            if (feature == KEY) {
                return "K";
            }
            asked.incrementAndGet();
            throw new StackOverflowError();
        }, "org.example", Duration.ofMillis(limit));

        assertNull(calculator.value(item, TITLE));
        assertNull(calculator.value(item, TITLE));

        assertEquals(1, asked.get());
        assertEquals("K", calculator.value(item, KEY));
    }

    @ParameterizedTest
    @ValueSource(longs = {300})
    void a_value_that_never_comes_is_not_waited_for(long limit) {
        FeatureCalculator calculator = new FencedCalculator((owner, feature, evaluation) -> {
            while (!Thread.interrupted()) {
                Thread.onSpinWait();
            }
            return "late";
        }, "org.example", Duration.ofMillis(limit));

        assertNull(calculator.value(item, TITLE));
    }

    @Test
    void who_is_interrupted_while_asking_for_numbers_sets_nothing_aside() {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        FeatureCalculator calculator = new FencedCalculator(new Calculator() {
            @Override
            public Object value(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
                return "V";
            }

            @Override
            public Optional<String> numbers(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
                try {
                    mayAnswer.await();
                    return Optional.of("1 + 2");
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }, "org.example", Duration.ofMinutes(1));
        Thread.currentThread().interrupt();

        assertThrows(IllegalStateException.class, () -> calculator.numbers(item, TITLE));

        Thread.interrupted();
        mayAnswer.countDown();
        assertEquals(Optional.of("1 + 2"), calculator.numbers(item, TITLE));
    }
}
