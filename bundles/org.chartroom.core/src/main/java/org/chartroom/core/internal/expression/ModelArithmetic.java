package org.chartroom.core.internal.expression;

import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;

import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlOperator;
import org.chartroom.core.expression.ExpressionException;
import org.chartroom.model.Money;

/**
 * Operators on what the model has: exact decimals, money, days and texts. What has no value makes the whole expression
 * have none: an ArithmeticException says so.
 */
final class ModelArithmetic extends JexlArithmetic {
    ModelArithmetic(MathContext context) {
        super(true, context, Integer.MIN_VALUE);
    }

    @Override
    protected JexlArithmetic createWithOptions(boolean strict, MathContext context, int scale) {
        return new ModelArithmetic(context);
    }

    @Override
    public Object add(Object left, Object right) {
        if (left instanceof Money first && right instanceof Money second) {
            return Money.of(first.amount().add(sameCurrency(first, second).amount(), getMathContext()),
                    first.currency());
        }
        refuseMoney(left, right, "+");
        return Budget.checked(super.add(left, right));
    }

    @Override
    public Object subtract(Object left, Object right) {
        if (left instanceof Money first && right instanceof Money second) {
            return Money.of(first.amount().subtract(sameCurrency(first, second).amount(), getMathContext()),
                    first.currency());
        }
        refuseMoney(left, right, "-");
        return super.subtract(left, right);
    }

    @Override
    public Object multiply(Object left, Object right) {
        if (left instanceof Money money && isNumber(right)) {
            return Money.of(money.amount().multiply(toBigDecimal(right), getMathContext()), money.currency());
        }
        if (right instanceof Money && isNumber(left)) {
            return multiply(right, left);
        }
        refuseMoney(left, right, "*");
        return super.multiply(left, right);
    }

    /** Two whole numbers give a decimal too: 1 / 2 is 0.5. */
    @Override
    public Object divide(Object left, Object right) {
        if (left instanceof Money first && right instanceof Money second) {
            return first.amount().divide(sameCurrency(first, second).amount(), getMathContext());
        }
        if (left instanceof Money money && isNumber(right)) {
            return Money.of(money.amount().divide(toBigDecimal(right), getMathContext()), money.currency());
        }
        refuseMoney(left, right, "/");
        if (isNumber(left) && isNumber(right)) {
            return toBigDecimal(left).divide(toBigDecimal(right), getMathContext());
        }
        return super.divide(left, right);
    }

    @Override
    public Object negate(Object value) {
        return value instanceof Money money
                ? Money.of(money.amount().negate(), money.currency())
                : super.negate(value);
    }

    @Override
    protected int compare(Object left, Object right, JexlOperator operator) {
        if (left instanceof Money first && right instanceof Money second) {
            return first.amount().compareTo(sameCurrency(first, second).amount());
        }
        if (left instanceof LocalDate first && right instanceof LocalDate second) {
            return first.compareTo(second);
        }
        return super.compare(left, right, operator);
    }

    @Override
    public boolean equals(Object left, Object right) {
        return left instanceof Money || right instanceof Money || left instanceof LocalDate
                ? left != null && left.equals(right)
                : super.equals(left, right);
    }

    /** {@code a =~ list}. Patterns are not offered: one can be written that takes for ever. */
    @Override
    public Boolean contains(Object container, Object value) {
        if (container instanceof Collection<?> collection) {
            return collection.contains(value);
        }
        throw new ExpressionException("=~ asks whether a list has an element, and " + container + " is no list", null);
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number;
    }

    private static Money sameCurrency(Money first, Money second) {
        if (!first.currency().equals(second.currency())) {
            throw new ArithmeticException(first + " and " + second + " are in different currencies");
        }
        return second;
    }

    private static void refuseMoney(Object left, Object right, String operator) {
        if (left == null || right == null) {
            throw new ArithmeticException(operator + " of something that is not set");
        }
        if (left instanceof Money || right instanceof Money) {
            throw new ExpressionException(left + " " + operator + " " + right + " has no meaning", null);
        }
    }
}
