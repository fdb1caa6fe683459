package org.chartroom.core.internal.expression;

import java.util.AbstractList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** The elements of a reference, which know whose they are: what is computed over them is then computed once. */
final class FeatureList extends AbstractList<Object> {
    private final EObject owner;
    private final EReference reference;
    private final List<?> elements;

    FeatureList(EObject owner, EReference reference) {
        this.owner = owner;
        this.reference = reference;
        this.elements = (List<?>) owner.eGet(reference);
    }

    EObject owner() {
        return owner;
    }

    EReference reference() {
        return reference;
    }

    @Override
    public Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
