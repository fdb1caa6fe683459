package org.chartroom.core.internal.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.chartroom.core.expression.ExpressionException;
import org.chartroom.model.Money;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Values of the model as expressions have them, and the other way round. */
public final class ExpressionValues {
    /** A double has 308 before its point. */
    private static final int MOST_DIGITS = 1000;

    private ExpressionValues() {
    }

    /**
     * @param value a value of the model or of an expression
     * @return all numbers as BigDecimal, literals of enumerations as their name, the rest as it is
     * @throws ArithmeticException when a number has more digits before or after the point than can be computed with; that
     *         it has none is no fault of the expression
     */
    public static Object of(Object value) {
        if (value instanceof BigDecimal number) {
            return checked(number);
        }
        if (value instanceof Number number) {
            return checked(new BigDecimal(number.toString()));
        }
        if (value instanceof Money money) {
            checked(money.amount());
            return money;
        }
        if (value instanceof EEnumLiteral literal) {
            return literal.getName();
        }
        if (value instanceof Enumerator literal) {
            return literal.getName();
        }
        if (value instanceof FeatureList) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ExpressionValues::of).filter(Objects::nonNull).toList();
        }
        return value;
    }

    /** A few letters can say a number that takes gigabytes once it is written out or rounded. */
    private static BigDecimal checked(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS
                || Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
            throw new ArithmeticException(number + " has more than " + MOST_DIGITS + " digits");
        }
        return number;
    }

    /**
     * @param value what an expression gave
     * @param feature a field
     * @param text the expression, for the message
     * @return the value, of the field's type; a number for a whole-number field is rounded half up
     * @throws ExpressionException when the field can't take it
     */
    public static Object as(Object value, EStructuralFeature feature, String text) {
        Class<?> wanted = feature.getEType().getInstanceClass();
        if (feature.isMany()) {
            throw new ExpressionException(feature.getName() + " has many values and can't be computed", null);
        }
        if (feature.getEType() instanceof EEnum literals) {
            EEnumLiteral literal = literals.getEEnumLiteral(String.valueOf(value));
            if (literal != null) {
                return literal.getInstance();
            }
        } else if (wanted == null ? feature.getEType().isInstance(value) : wanted.isInstance(value)) {
            return value;
        } else if (value instanceof BigDecimal number && feature.getEType() instanceof EDataType type
                && isNumber(wanted)) {
            return number(number, type, feature, text);
        } else if (wanted == String.class && (value instanceof BigDecimal || value instanceof LocalDate
                || value instanceof Money || value instanceof Boolean)) {
            return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
        } else if (wanted == boolean.class && value instanceof Boolean) {
            return value;
        }
        throw new ExpressionException("\"" + text + "\" gives " + value + ", which " + feature.getName() + " of type "
                + feature.getEType().getName() + " can't take", null);
    }

    private static boolean isNumber(Class<?> type) {
        return type != null && (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class
                && type != char.class);
    }

    private static Object number(BigDecimal number, EDataType type, EStructuralFeature feature, String text) {
        boolean hasFraction = type == EcorePackage.Literals.EDOUBLE || type == EcorePackage.Literals.EDOUBLE_OBJECT
                || type == EcorePackage.Literals.EFLOAT || type == EcorePackage.Literals.EFLOAT_OBJECT;
        BigDecimal wanted = hasFraction ? number : number.setScale(0, RoundingMode.HALF_UP);
        try {
            return EcoreUtil.createFromString(type, wanted.toPlainString());
        } catch (RuntimeException e) {
            throw new ExpressionException("\"" + text + "\" gives " + number.toPlainString() + ", which "
                    + feature.getName() + " of type " + type.getName() + " can't take", e);
        }
    }
}
