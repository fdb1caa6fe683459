package org.chartroom.core.internal.expression;

import java.util.function.Supplier;

import org.chartroom.core.expression.ExpressionException;

/**
 * What one value may cost, with all those it is computed from: expressions have no loops, but lists of lists grow fast
 * enough to freeze a window, and texts enough to fill the memory.
 */
public final class Budget {
    /** A step takes about a microsecond. */
    static final int MOST_STEPS = 2_000_000;
    /** Ten times what a long text field holds. */
    static final int MOST_CHARACTERS = 100_000;
    private static final ThreadLocal<Budget> SPENDING = new ThreadLocal<>();

    private int left = MOST_STEPS;

    private Budget() {
    }

    /**
     * Computes within the budget of the value that is being computed by this thread, or within a new one.
     *
     * @param computation computes a value
     * @param <T> what it gives
     * @return the value
     * @throws ExpressionException when the budget is spent
     */
    public static <T> T within(Supplier<T> computation) {
        if (SPENDING.get() != null) {
            step();
            return computation.get();
        }
        SPENDING.set(new Budget());
        try {
            return computation.get();
        } finally {
            SPENDING.remove();
        }
    }

    /** Takes one step. */
    static void step() {
        Budget budget = SPENDING.get();
        if (budget != null && --budget.left < 0) {
            throw new ExpressionException("it takes more than " + MOST_STEPS + " steps", null);
        }
    }

    /** Gives back a value that is no text, or one that is not too long. */
    static Object checked(Object value) {
        if (value instanceof String text) {
            check(text.length());
        }
        return value;
    }

    /** A text may have so many characters. */
    static void check(int characters) {
        if (characters > MOST_CHARACTERS) {
            throw new ExpressionException("a text has more than " + MOST_CHARACTERS + " characters", null);
        }
    }
}
