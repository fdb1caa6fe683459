package org.chartroom.core.internal.expression;

import java.math.MathContext;
import java.util.Map;
import java.util.Set;

import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlScript;

/** Apache Commons JEXL, with everything taken away that a formula doesn't need. */
public final class ExpressionEngine {
    /** What may be written: operators, names, numbers, texts, calls of functions. No statement, so nothing can loop. */
    private static final JexlFeatures FEATURES = JexlFeatures.createNone().sideEffect(false).sideEffectGlobal(false)
            .comparatorNames(true);
    private static final JexlEngine ENGINE = new JexlBuilder().features(FEATURES).uberspect(new ModelAccess())
            .arithmetic(new ModelArithmetic(MathContext.DECIMAL128)).namespaces(Map.of()).strict(true).safe(true)
            .silent(false).debug(false).antish(false).cache(0).create();

    private ExpressionEngine() {
    }

    /**
     * @param text an expression
     * @return the expression as the library has it
     * @throws JexlException when it can't be read
     */
    public static JexlScript read(String text) {
        return ENGINE.createScript(FEATURES, null, text);
    }

    /** @return the names of the functions that expressions can call */
    public static Set<String> functions() {
        return Functions.NAMES;
    }

    /**
     * @param exception what the library threw
     * @return whether it met something that has no value, or an operation without a result: not a mistake in the
     *         expression
     */
    public static boolean isForWantOfAValue(JexlException exception) {
        return exception.getCause() instanceof ArithmeticException
                || exception instanceof JexlException.Variable variable && !variable.isUndefined()
                || exception instanceof JexlException.Property property && !property.isUndefined();
    }

    /**
     * @param exception what the library threw
     * @return what it says, without where in the code of Chartroom it was called from
     */
    public static String reason(JexlException exception) {
        Throwable cause = exception.getCause();
        String own = exception.getDetail();
        String reason = cause != null && cause.getMessage() != null ? cause.getMessage() : own;
        return reason == null ? exception.getClass().getSimpleName() : reason.strip();
    }
}
