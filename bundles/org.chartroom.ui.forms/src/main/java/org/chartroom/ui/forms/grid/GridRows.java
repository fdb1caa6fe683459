package org.chartroom.ui.forms.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.chartroom.model.Element;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Which items a grid shows, in which order and groups. Editing a value does not move its row: like in a spreadsheet the
 * order stays until the user sorts, filters or groups again, or items come or go.
 */
final class GridRows {
    private final List<GridColumn> columns;
    private final FieldFormat format = FieldFormat.current();
    private final Map<Integer, Predicate<GridFilter.Cell>> columnFilters = new HashMap<>();
    private final LinkedHashMap<Integer, Boolean> sort = new LinkedHashMap<>();
    private final Set<String> collapsed = new HashSet<>();
    private final Set<Element> kept = new HashSet<>();
    private final List<ColumnTexts> texts;
    private Predicate<Element> extraFilter = item -> true;
    private String anywhere = "";
    /** The columns that can have what is searched for, those first that are read and not computed. */
    private List<ColumnTexts> searched = List.of();
    private EStructuralFeature group;
    private List<Element> source = List.of();
    private List<Object> visible = List.of();
    private int shown;

    GridRows(List<GridColumn> columns) {
        this.columns = columns;
        this.texts = columns.stream().map(column -> new ColumnTexts(column, format)).toList();
    }

    /** @return the rows to show: elements and {@link GroupRow}s */
    List<Object> visible() {
        return visible;
    }

    /** @return number of items that pass the filters, shown or in a collapsed group */
    int shown() {
        return shown;
    }

    int total() {
        return source.size();
    }

    /** @return whether other items are there than before */
    boolean setSource(List<? extends Element> items) {
        if (source.equals(items)) {
            return false;
        }
        source = List.copyOf(items);
        update();
        return true;
    }

    /** Shows a new item until another filter is set, whether it passes the present ones or not. */
    void keep(Element item) {
        kept.add(item);
    }

    void setColumnFilters(Map<Integer, String> typed) {
        kept.clear();
        columnFilters.clear();
        typed.forEach((column, text) -> columnFilters.put(column, GridFilter.of(text)));
        update();
    }

    void setAnywhere(String text) {
        kept.clear();
        anywhere = text.strip().toLowerCase(Locale.ROOT);
        searched = texts.stream().filter(column -> column.mayHave(anywhere))
                .sorted(Comparator.comparing(ColumnTexts::isComputed)).toList();
        update();
    }

    void setExtraFilter(Predicate<Element> filter) {
        kept.clear();
        extraFilter = filter;
        update();
    }

    /** @return the sorted columns and whether each is ascending, the first one first */
    Map<Integer, Boolean> sort() {
        return sort;
    }

    void sort(int column, Boolean ascending, boolean add) {
        if (!add) {
            sort.clear();
        }
        sort.remove(column);
        if (ascending != null) {
            sort.put(column, ascending);
        }
        update();
    }

    void setGroup(EStructuralFeature feature) {
        group = feature;
        collapsed.clear();
        update();
    }

    /** @return the feature the rows are grouped by; null for none */
    EStructuralFeature group() {
        return group;
    }

    String anywhere() {
        return anywhere;
    }

    void toggle(GroupRow row) {
        if (!collapsed.remove(row.label())) {
            collapsed.add(row.label());
        }
        update();
    }

    /** Opens the group of an item, so that it can be revealed. */
    void expandGroupOf(Element item) {
        if (group != null && collapsed.remove(groupLabel(item))) {
            update();
        }
    }

    String text(Element item, int column) {
        return format.text(columns.get(column).feature(), columns.get(column).value(item));
    }

    private void update() {
        List<Element> items = new ArrayList<>();
        for (Element item : source) {
            if (kept.contains(item) || extraFilter.test(item) && passes(item)) {
                items.add(item);
            }
        }
        shown = items.size();
        if (!sort.isEmpty()) {
            items.sort(comparator());
        }
        visible = group == null ? List.copyOf(items) : grouped(items);
    }

    private boolean passes(Element item) {
        for (Map.Entry<Integer, Predicate<GridFilter.Cell>> filter : columnFilters.entrySet()) {
            int column = filter.getKey();
            if (!filter.getValue()
                    .test(new GridFilter.Cell(columns.get(column).value(item), text(item, column)))) {
                return false;
            }
        }
        return anywhere.isEmpty() || isFound(item);
    }

    private boolean isFound(Element item) {
        for (ColumnTexts column : searched) {
            if (column.has(item, anywhere)) {
                return true;
            }
        }
        return false;
    }

    private Comparator<Element> comparator() {
        ValueOrder order = new ValueOrder(format);
        Comparator<Element> comparator = null;
        for (Map.Entry<Integer, Boolean> entry : sort.entrySet()) {
            Comparator<Element> next = comparator(columns.get(entry.getKey()), entry.getValue(), order);
            comparator = comparator == null ? next : comparator.thenComparing(next);
        }
        return comparator;
    }

    /** Empty values come last, whichever way is sorted. */
    private static Comparator<Element> comparator(GridColumn sorted, boolean ascending, ValueOrder order) {
        Comparator<Object> values = ascending ? order : order.reversed();
        return Comparator.comparing(sorted::value, Comparator.nullsLast(values));
    }

    private List<Object> grouped(List<Element> items) {
        // Groups stand in the order of their values, the group without a value last.
        Map<Object, List<Element>> byValue = new TreeMap<>(Comparator.nullsLast(new ValueOrder(format).merging()));
        items.forEach(item -> byValue.computeIfAbsent(item.eGet(group), value -> new ArrayList<>()).add(item));
        List<Object> rows = new ArrayList<>();
        byValue.forEach((value, members) -> {
            String label = groupLabel(members.get(0));
            boolean expanded = !collapsed.contains(label);
            rows.add(new GroupRow(label, members.size(), expanded));
            if (expanded) {
                rows.addAll(members);
            }
        });
        return rows;
    }

    private String groupLabel(Element item) {
        String text = format.text(group, item.eGet(group));
        return text.isEmpty() ? Messages.notSet : text;
    }
}
