package org.chartroom.core.internal.evaluation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.EObject;

/** The values that were computed in one pass. Safe for use by several threads. */
final class Pass {
    /** More are not kept: a grid of 100,000 rows asks for all of its derived columns when it is sorted. */
    private static final int MOST_VALUES = 300_000;

    /** A value of an object. */
    private record Cell(EObject owner, Object figure) {
    }

    /** A value, which may be null. */
    private record Computed(Object value) {
    }

    private final Instant begun;
    private final Map<Cell, Computed> values = new HashMap<>();

    /** @param begun when it begins */
    Pass(Instant begun) {
        this.begun = begun;
    }

    Instant begun() {
        return begun;
    }

    /** Computes outside the lock: a computation asks for others, and may wait for another thread that does. */
    @SuppressWarnings("unchecked")
    <T> T once(EObject owner, Object figure, Supplier<T> computation) {
        Cell cell = new Cell(owner, figure);
        synchronized (values) {
            Computed known = values.get(cell);
            if (known != null) {
                return (T) known.value();
            }
        }
        T value = computation.get();
        synchronized (values) {
            if (values.size() < MOST_VALUES) {
                values.put(cell, new Computed(value));
            }
        }
        return value;
    }
}
