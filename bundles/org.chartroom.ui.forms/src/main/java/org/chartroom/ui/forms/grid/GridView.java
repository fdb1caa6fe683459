package org.chartroom.ui.forms.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.ui.IMemento;

/**
 * How a grid is looked at: its columns and rows, named by what they are and not by their numbers, so that it can be used
 * again after columns came or went.
 *
 * @param columns every column in its order
 * @param frozen number of visible columns on the left that stay in sight
 * @param sort ids of the columns the rows are sorted by, the first one first, and whether each is ascending
 * @param filters what is typed above columns, by their ids
 * @param anywhere what is searched for in all columns; may be empty
 * @param group name of the feature the rows are grouped by; empty for none
 */
public record GridView(List<Column> columns, int frozen, Map<String, Boolean> sort, Map<String, String> filters,
        String anywhere, Optional<String> group) {
    private static final String COLUMN = "column";
    private static final String SORT = "sort";
    private static final String FILTER = "filter";
    private static final String ID = "id";
    private static final String WIDTH = "width";
    private static final String HIDDEN = "hidden";
    private static final String FROZEN = "frozen";
    private static final String ASCENDING = "ascending";
    private static final String TEXT = "text";
    private static final String ANYWHERE = "anywhere";
    private static final String GROUP = "group";

    /**
     * A column as it is looked at.
     *
     * @param id its id
     * @param width its width in pixels at 100 %
     * @param hidden whether it is left out
     */
    public record Column(String id, int width, boolean hidden) {
    }

    /** @return the same columns with all rows in their own order */
    GridView ofAllRows() {
        return new GridView(columns, frozen, Map.of(), Map.of(), "", Optional.empty());
    }

    /** @param memento where to write it */
    void save(IMemento memento) {
        for (Column column : columns) {
            IMemento child = memento.createChild(COLUMN);
            child.putString(ID, column.id());
            child.putInteger(WIDTH, column.width());
            child.putBoolean(HIDDEN, column.hidden());
        }
        memento.putInteger(FROZEN, frozen);
        sort.forEach((id, ascending) -> {
            IMemento child = memento.createChild(SORT);
            child.putString(ID, id);
            child.putBoolean(ASCENDING, ascending);
        });
        filters.forEach((id, text) -> {
            IMemento child = memento.createChild(FILTER);
            child.putString(ID, id);
            child.putString(TEXT, text);
        });
        memento.putString(ANYWHERE, anywhere);
        group.ifPresent(feature -> memento.putString(GROUP, feature));
    }

    /** @return what was written to a memento; what is missing in it is empty */
    static GridView load(IMemento memento) {
        List<Column> columns = new ArrayList<>();
        for (IMemento child : memento.getChildren(COLUMN)) {
            Integer width = child.getInteger(WIDTH);
            columns.add(new Column(text(child, ID), width == null ? GridColumn.USUAL_WIDTH : width,
                    Boolean.TRUE.equals(child.getBoolean(HIDDEN))));
        }
        Map<String, Boolean> sort = new LinkedHashMap<>();
        for (IMemento child : memento.getChildren(SORT)) {
            sort.put(text(child, ID), Boolean.TRUE.equals(child.getBoolean(ASCENDING)));
        }
        Map<String, String> filters = new LinkedHashMap<>();
        for (IMemento child : memento.getChildren(FILTER)) {
            filters.put(text(child, ID), text(child, TEXT));
        }
        Integer frozen = memento.getInteger(FROZEN);
        return new GridView(columns, frozen == null ? 0 : frozen, sort, filters, text(memento, ANYWHERE),
                Optional.ofNullable(memento.getString(GROUP)));
    }

    private static String text(IMemento memento, String key) {
        String text = memento.getString(key);
        return text == null ? "" : text;
    }
}
