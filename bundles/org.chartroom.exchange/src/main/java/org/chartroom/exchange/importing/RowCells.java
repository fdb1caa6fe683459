package org.chartroom.exchange.importing;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * The values of a row by their columns, in the order of the columns. All rows of a table are kept until its plan is made, so
 * that a row has no more than its values, and what is the same for all rows is there once.
 */
final class RowCells extends AbstractMap<ColumnReader, Object> {
    private final Layout layout;
    private final Object[] values;

    /** The columns that all rows of a table have. */
    static final class Layout {
        private final ColumnReader[] columns;
        private final boolean hasLists;

        /** @param columns the columns */
        Layout(List<ColumnReader> columns) {
            this.columns = columns.toArray(ColumnReader[]::new);
            this.hasLists = columns.stream().anyMatch(column -> column.target().list().isPresent());
        }
    }

    /** @param values for each column of the layout its value, or null when the row has none; not copied */
    RowCells(Layout layout, Object[] values) {
        this.layout = layout;
        this.values = values;
    }

    /** @return whether a column of the table, though perhaps no cell of the row, goes to a list inside the item */
    boolean mayHaveLists() {
        return layout.hasLists;
    }

    @Override
    public Object get(Object column) {
        for (int i = 0; i < values.length; i++) {
            if (layout.columns[i] == column) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(Object column) {
        return get(column) != null;
    }

    @Override
    public void forEach(BiConsumer<? super ColumnReader, ? super Object> action) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                action.accept(layout.columns[i], values[i]);
            }
        }
    }

    /** The only change that a row takes: the columns that have a value keep having one. */
    @Override
    public void replaceAll(BiFunction<? super ColumnReader, ? super Object, ?> change) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                values[i] = change.apply(layout.columns[i], values[i]);
            }
        }
    }

    @Override
    public Set<Map.Entry<ColumnReader, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<ColumnReader, Object>> iterator() {
                return new Cells();
            }

            @Override
            public int size() {
                int size = 0;
                for (Object value : values) {
                    size += value == null ? 0 : 1;
                }
                return size;
            }
        };
    }

    private final class Cells implements Iterator<Map.Entry<ColumnReader, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            while (next < values.length && values[next] == null) {
                next++;
            }
            return next < values.length;
        }

        @Override
        public Map.Entry<ColumnReader, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Map.Entry<ColumnReader, Object> entry = Map.entry(layout.columns[next], values[next]);
            next++;
            return entry;
        }
    }
}
