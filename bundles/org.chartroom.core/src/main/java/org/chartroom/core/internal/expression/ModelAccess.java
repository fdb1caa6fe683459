package org.chartroom.core.internal.expression;

import java.util.Iterator;
import java.util.List;

import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlOperator;
import org.apache.commons.jexl3.introspection.JexlMethod;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;
import org.apache.commons.jexl3.introspection.JexlPropertySet;
import org.apache.commons.jexl3.introspection.JexlUberspect;
import org.chartroom.core.expression.ExpressionException;
import org.eclipse.emf.ecore.EObject;

/**
 * What an expression can reach: the features of objects of the model, and the functions. There is no reflection in it,
 * so that no Java class can be reached whatever an expression says.
 */
final class ModelAccess implements JexlUberspect {
    @Override
    public JexlMethod getMethod(Object target, String name, Object... arguments) {
        return target instanceof ExpressionContext && Functions.NAMES.contains(name) ? new FunctionCall(name) : null;
    }

    @Override
    public JexlPropertyGet getPropertyGet(Object target, Object identifier) {
        return target instanceof EObject ? new FeatureGet(String.valueOf(identifier)) : null;
    }

    @Override
    public JexlPropertyGet getPropertyGet(List<PropertyResolver> resolvers, Object target, Object identifier) {
        return getPropertyGet(target, identifier);
    }

    @Override
    public JexlPropertySet getPropertySet(Object target, Object identifier, Object value) {
        return null;
    }

    @Override
    public JexlPropertySet getPropertySet(List<PropertyResolver> resolvers, Object target, Object identifier,
            Object value) {
        return null;
    }

    @Override
    public JexlMethod getConstructor(Object constructor, Object... arguments) {
        return null;
    }

    @Override
    public Iterator<?> getIterator(Object target) {
        return target instanceof List<?> list ? list.iterator() : null;
    }

    @Override
    public List<PropertyResolver> getResolvers(JexlOperator operator, Object target) {
        return List.of();
    }

    @Override
    public JexlArithmetic.Uberspect getArithmetic(JexlArithmetic arithmetic) {
        return null;
    }

    @Override
    public ClassLoader getClassLoader() {
        return ModelAccess.class.getClassLoader();
    }

    @Override
    public void setClassLoader(ClassLoader loader) {
        // Classes are not reached, so none is loaded.
    }

    @Override
    public int getVersion() {
        return 0;
    }

    /** The value of a feature. */
    private record FeatureGet(String name) implements JexlPropertyGet {
        @Override
        public Object invoke(Object target) {
            return ExpressionNames.value((EObject) target, name).orElseThrow(() -> new ExpressionException(
                    ((EObject) target).eClass().getName() + " has no field " + name, null)).orElse(null);
        }

        @Override
        public Object tryInvoke(Object target, Object identifier) {
            return JexlEngine.TRY_FAILED;
        }

        @Override
        public boolean tryFailed(Object result) {
            return result == JexlEngine.TRY_FAILED;
        }

        @Override
        public boolean isCacheable() {
            return false;
        }
    }

    /** A call of one of the functions, with the context as its target. */
    private record FunctionCall(String name) implements JexlMethod {
        @Override
        public Object invoke(Object target, Object... arguments) {
            return new Functions((ExpressionContext) target).call(name, arguments);
        }

        @Override
        public Object tryInvoke(String called, Object target, Object... arguments) {
            return JexlEngine.TRY_FAILED;
        }

        @Override
        public boolean tryFailed(Object result) {
            return result == JexlEngine.TRY_FAILED;
        }

        @Override
        public boolean isCacheable() {
            return false;
        }

        @Override
        public Class<?> getReturnType() {
            return Object.class;
        }
    }
}
