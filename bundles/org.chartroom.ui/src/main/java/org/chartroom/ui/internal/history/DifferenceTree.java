package org.chartroom.ui.internal.history;

import java.util.List;

import org.chartroom.core.compare.Difference;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** Differences with those inside them. */
final class DifferenceTree implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
        return ((List<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return ((Difference) parent).children().toArray();
    }

    @Override
    public Object getParent(Object element) {
        return null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return !((Difference) element).children().isEmpty();
    }
}
