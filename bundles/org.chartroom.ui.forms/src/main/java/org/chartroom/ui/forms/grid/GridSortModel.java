package org.chartroom.ui.forms.grid;

import java.util.Comparator;
import java.util.List;

import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/** Tells the header of a grid how its rows are sorted, and passes clicks on it to them. */
final class GridSortModel implements ISortModel {
    private final GridRows rows;

    GridSortModel(GridRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Integer> getSortedColumnIndexes() {
        return List.copyOf(rows.sort().keySet());
    }

    @Override
    public boolean isColumnIndexSorted(int column) {
        return rows.sort().containsKey(column);
    }

    @Override
    public SortDirectionEnum getSortDirection(int column) {
        Boolean ascending = rows.sort().get(column);
        if (ascending == null) {
            return SortDirectionEnum.NONE;
        }
        return ascending ? SortDirectionEnum.ASC : SortDirectionEnum.DESC;
    }

    @Override
    public int getSortOrder(int column) {
        return List.copyOf(rows.sort().keySet()).indexOf(column);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List<Comparator> getComparatorsForColumnIndex(int column) {
        return List.of();
    }

    @Override
    public Comparator<?> getColumnComparator(int column) {
        return null;
    }

    @Override
    public void sort(int column, SortDirectionEnum direction, boolean accumulate) {
        rows.sort(column, direction == SortDirectionEnum.NONE ? null : direction == SortDirectionEnum.ASC, accumulate);
    }

    @Override
    public void clear() {
        List.copyOf(rows.sort().keySet()).forEach(column -> rows.sort(column, null, false));
    }
}
