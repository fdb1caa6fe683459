package org.chartroom.core.internal.expression;

import java.util.Optional;

import org.chartroom.core.evaluation.Evaluation;
import org.apache.commons.jexl3.JexlContext;
import org.eclipse.emf.ecore.EObject;

/** The object an expression is computed for; the functions are called on it. */
public final class ExpressionContext implements JexlContext, JexlContext.NamespaceResolver {
    private final EObject owner;
    private final Evaluation evaluation;

    /**
     * @param owner the object
     * @param evaluation what it is computed with
     */
    public ExpressionContext(EObject owner, Evaluation evaluation) {
        this.owner = owner;
        this.evaluation = evaluation;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    @Override
    public Object get(String name) {
        Optional<Optional<Object>> value = ExpressionNames.value(owner, name);
        if (value.isPresent()) {
            return value.get().orElse(null);
        }
        if (name.equals(ExpressionNames.TODAY)) {
            return evaluation.today();
        }
        return ExpressionNames.isLiteral(name, owner.eClass()) ? name : null;
    }

    @Override
    public boolean has(String name) {
        return ExpressionNames.value(owner, name).isPresent() || name.equals(ExpressionNames.TODAY)
                || ExpressionNames.isLiteral(name, owner.eClass());
    }

    @Override
    public void set(String name, Object value) {
        throw new UnsupportedOperationException("An expression changes nothing.");
    }

    @Override
    public Object resolveNamespace(String name) {
        return name == null ? this : null;
    }
}
