package org.chartroom.ui.forms.grid;

import java.util.Comparator;

import org.chartroom.core.value.NaturalOrder;
import org.chartroom.core.value.Names;
import org.chartroom.model.Money;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.common.util.Enumerator;

/** The order of the values of a column; made for one sorting. */
final class ValueOrder implements Comparator<Object> {
    private final FieldFormat format;
    private final NaturalOrder texts = NaturalOrder.current();

    ValueOrder(FieldFormat format) {
        this.format = format;
    }

    @Override
    @SuppressWarnings("unchecked")
    public int compare(Object a, Object b) {
        if (a instanceof Enumerator first && b instanceof Enumerator second) {
            return Integer.compare(first.getValue(), second.getValue());
        }
        if (a instanceof String first && b instanceof String second) {
            return texts.compare(first, second);
        }
        if (a instanceof Comparable<?> && a.getClass() == b.getClass()) {
            return ((Comparable<Object>) a).compareTo(b);
        }
        if (a instanceof Money first && b instanceof Money second) {
            return NaturalOrder.compare(first, second);
        }
        return texts.compare(format.text(null, a), format.text(null, b));
    }

    /** @return this order, in which texts that look the same are the same: for groups */
    Comparator<Object> merging() {
        return (a, b) -> a instanceof String first && b instanceof String second && Names.same(first, second)
                ? 0
                : compare(a, b);
    }
}
