package org.chartroom.core.expression;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

import org.chartroom.core.evaluation.Evaluation;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlScript;
import org.chartroom.core.internal.expression.Budget;
import org.chartroom.core.internal.expression.ExpressionContext;
import org.chartroom.core.internal.expression.ExpressionEngine;
import org.chartroom.core.internal.expression.ExpressionNames;
import org.chartroom.core.internal.expression.ExpressionValues;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * A formula over an object of the model, in the syntax of Apache Commons JEXL without its statements, for example
 * {@code round(completed / assigned, 4)} or {@code sum(lines, 'actual - baseline')}.
 *
 * <p>Names are features of the object; {@code artifact} is the artifact it belongs to, {@code today} the day; the name of
 * an enumeration's literal is that literal. Behind a dot come features of what the name leads to. The functions are
 * those of {@code releng/docs/expressions.md}; where one takes an expression over a list, that is evaluated for each of
 * its elements. Numbers are exact decimals of 34 digits; money adds to money of its currency.
 *
 * <p>Nothing else can be reached: no class, no method, no file, no variable, and no loop, so each ends; one that takes too many steps or makes too long a text is given up. Immutable and
 * safe for use by several threads.
 */
public final class Expression {
    /** By class, weakly: the class goes with the plug-in that brought it. */
    private static final Map<EClass, Map<String, Expression>> COMPILED = Collections
            .synchronizedMap(new WeakHashMap<>());

    private final String text;
    private final JexlScript script;

    private Expression(String text, JexlScript script) {
        this.text = text;
        this.script = script;
    }

    /**
     * Reads an expression and looks up the names in it.
     *
     * @param text the expression
     * @param type class of the objects it is for
     * @return the expression
     * @throws ExpressionException when it can't be read or names what the class doesn't have
     */
    public static Expression compile(String text, EClass type) {
        JexlScript script;
        try {
            script = ExpressionEngine.read(text);
        } catch (JexlException e) {
            throw new ExpressionException("\"" + text + "\" can't be read: " + ExpressionEngine.reason(e), e);
        } catch (StackOverflowError e) {
            throw new ExpressionException("\"" + text.substring(0, Math.min(text.length(), 60))
                    + "...\" can't be read: it is nested too deeply", e);
        }
        for (List<String> path : script.getVariables()) {
            ExpressionNames.check(text, type, path);
        }
        return new Expression(text, script);
    }

    /**
     * The value for an object now.
     *
     * @param owner the object
     * @param evaluation what it is computed with
     * @return a BigDecimal, String, Boolean, LocalDate, Money, object of the model or a list of these; empty when
     *         something it needs is not set, or a divisor is zero, or amounts are in different currencies, or a number has
     *         more than 1000 digits before or after its point
     * @throws ExpressionException when the expression is wrong for this object: an operation its values don't have, a
     *         field that is computed from itself, more steps or a longer text than it may take
     */
    public Optional<Object> value(EObject owner, Evaluation evaluation) {
        try {
            return Optional.ofNullable(Budget.within(
                    () -> ExpressionValues.of(script.execute(new ExpressionContext(owner, evaluation)))));
        } catch (JexlException e) {
            if (e.getCause() instanceof ExpressionException nested) {
                throw nested;
            }
            if (ExpressionEngine.isForWantOfAValue(e)) {
                return Optional.empty();
            }
            throw new ExpressionException("\"" + text + "\" can't be computed: " + ExpressionEngine.reason(e), e);
        } catch (ArithmeticException e) {
            // What came out has too many digits.
            return Optional.empty();
        } catch (StackOverflowError e) {
            throw new ExpressionException("\"" + text + "\" can't be computed: it needs too many others", e);
        }
    }

    /**
     * The value as a field takes it.
     *
     * @param owner the object
     * @param feature the field; its type says what the value becomes
     * @param evaluation what it is computed with
     * @return the value, of the field's type; empty when it can't be computed from what is there
     * @throws ExpressionException when the expression is wrong, or gives what the field can't take
     */
    public Optional<Object> value(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
        return value(owner, evaluation).map(value -> ExpressionValues.as(value, feature, text));
    }

    /**
     * @param owner the object
     * @param evaluation what it is computed with
     * @return whether the value is true; false when it can't be computed from what is there
     * @throws ExpressionException when the expression is wrong, or is no condition
     */
    public boolean isTrue(EObject owner, Evaluation evaluation) {
        Object value = value(owner, evaluation).orElse(false);
        if (value instanceof Boolean isTrue) {
            return isTrue;
        }
        throw new ExpressionException("\"" + text + "\" is no condition: it gives " + value, null);
    }

    /** @return the expression as it was written */
    public String text() {
        return text;
    }

    /**
     * The expression for a class, read once.
     *
     * @param text the expression
     * @param type the class
     * @return the expression
     * @throws ExpressionException as {@link #compile}
     */
    public static Expression of(String text, EClass type) {
        return COMPILED.computeIfAbsent(type, key -> new ConcurrentHashMap<>()).computeIfAbsent(text,
                key -> compile(key, type));
    }
}
