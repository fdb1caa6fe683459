package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.type.Presentation;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Meets what rows say of a list inside one item with what the list holds: first with what is just so, then with what has
 * the same identity, and what is left is new. The position of a row or an element never counts.
 */
final class ChildRows {
    /** What rows say of one element: several may say the same of it, or each a part. */
    static final class Child {
        private final List<RowValues> rows = new ArrayList<>();
        private final Map<EStructuralFeature, Object> values = new LinkedHashMap<>();
        private Element there;

        /** @return the rows that speak of it, in their order */
        List<RowValues> rows() {
            return rows;
        }

        /** @return the values of its fields */
        Map<EStructuralFeature, Object> values() {
            return values;
        }

        /** @return the element that it is; empty when it is new */
        Optional<Element> there() {
            return Optional.ofNullable(there);
        }
    }

    private final EReference list;
    private final Identity identity;
    private final CsvTable table;
    private final Draft draft;
    private final Periods periods;
    private final Optional<PeriodSpan> usual;
    private final List<Child> children = new ArrayList<>();
    private final Map<RowValues, Refusal> refusals = new IdentityHashMap<>();

    /**
     * Why a row is refused.
     *
     * @param column name of the column that is the reason
     * @param reason the reason; completes "because ..."
     */
    record Refusal(String column, String reason) {
    }

    /** @param usual the period of values that name none; empty when nobody said one */
    ChildRows(EReference list, CsvTable table, Draft draft, Periods periods, Optional<PeriodSpan> usual) {
        this.list = list;
        this.identity = Identity.of(list.getEReferenceType());
        this.table = table;
        this.draft = draft;
        this.periods = periods;
        this.usual = usual;
    }

    /**
     * @param item the item, or null for a new one
     * @param rows the rows that have values for the list
     * @return why rows are refused; when there are none, {@link #children} are right
     */
    Map<RowValues, Refusal> match(EObject item, List<RowValues> rows) {
        for (RowValues row : rows) {
            for (Map<ColumnReader, Object> values : row.of(list)) {
                add(row, values);
            }
        }
        if (refusals.isEmpty() && item != null) {
            Set<Element> free = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Element> there = draft.elements(item, list);
            free.addAll(there);
            children.forEach(child -> take(child, first(there, free, child.values), free));
            for (Child child : children) {
                Map<EStructuralFeature, Object> key = key(child.values);
                if (child.there == null && !key.isEmpty()) {
                    identify(child, key, there, free);
                }
            }
        }
        children.stream().filter(child -> child.there == null && !identity.texts().isEmpty()
                && identity.texts().stream().noneMatch(child.values::containsKey))
                .forEach(child -> child.rows.forEach(row -> refuse(row, "", Messages.bind(Messages.newUnnamed,
                        Presentation.label(list), String.join(", ",
                                identity.texts().stream().map(Presentation::label).toList())))));
        return refusals;
    }

    /** @return the elements that the rows speak of */
    List<Child> children() {
        return children;
    }

    private void add(RowValues row, Map<ColumnReader, Object> cells) {
        Map<EStructuralFeature, Object> values = new LinkedHashMap<>();
        cells.forEach((column, value) -> values.put(column.target().feature(), value));
        String column = cells.keySet().iterator().next().mapping().name();
        Optional<EStructuralFeature> when = identity.when();
        if (when.isPresent()) {
            Optional<PeriodSpan> span = cells.keySet().iterator().next().period()
                    .or(() -> Optional.ofNullable((PeriodSpan) values.get(when.get()))).or(() -> usual);
            if (span.isEmpty()) {
                refuse(row, column, Messages.bind(Messages.noWhen, Presentation.label(when.get())));
                return;
            }
            if (values.size() == 1 && values.containsKey(when.get())) {
                // A period without a value of it says nothing.
                return;
            }
            try {
                values.put(when.get(), periods.value(when.get(), span.get()));
            } catch (IllegalArgumentException e) {
                refuse(row, column, e.getMessage());
                return;
            }
        }
        Map<EStructuralFeature, Object> key = key(values);
        for (Child other : key.isEmpty() ? List.<Child>of() : children) {
            if (!key.equals(key(other.values))) {
                continue;
            }
            Optional<EStructuralFeature> contradiction = contradiction(values, other.values);
            if (contradiction.isEmpty()) {
                values.forEach(other.values::putIfAbsent);
                other.rows.add(row);
                return;
            }
            if (!identity.isText()) {
                contradict(row, other, contradiction.get(), values, column);
                return;
            }
        }
        Child child = new Child();
        child.rows.add(row);
        child.values.putAll(values);
        children.add(child);
    }

    private void contradict(RowValues row, Child other, EStructuralFeature feature,
            Map<EStructuralFeature, Object> values, String column) {
        RowValues first = other.rows.stream().filter(one -> isSaid(one, feature)).findFirst().orElseThrow();
        Object before = other.values.get(feature);
        refuse(row, columnOf(row, feature, column),
                contradiction(feature, values.get(feature), before, first));
        refuse(first, columnOf(first, feature, column),
                contradiction(feature, before, values.get(feature), row));
    }

    private String columnOf(RowValues row, EStructuralFeature feature, String usual) {
        return row.of(list).stream().flatMap(cells -> cells.keySet().stream())
                .filter(column -> column.target().feature() == feature).findFirst()
                .map(column -> column.mapping().name()).orElse(usual);
    }

    private boolean isSaid(RowValues row, EStructuralFeature feature) {
        return row.of(list).stream().flatMap(cells -> cells.keySet().stream())
                .anyMatch(column -> column.target().feature() == feature);
    }

    private String contradiction(EStructuralFeature feature, Object here, Object there, RowValues other) {
        return Messages.bind(Messages.contradiction, new Object[]{
                Presentation.label(list) + ": " + Presentation.label(feature), Shown.brief(here), Shown.brief(there),
                table.place(other.row().line())});
    }

    private Optional<EStructuralFeature> contradiction(Map<EStructuralFeature, Object> one,
            Map<EStructuralFeature, Object> other) {
        return one.keySet().stream().filter(feature -> other.get(feature) != null
                && !Shown.same(one.get(feature), other.get(feature))).findFirst();
    }

    private void refuse(RowValues row, String column, String reason) {
        refusals.putIfAbsent(row, new Refusal(column, reason));
    }

    /** What has values that tell it apart; texts as they are compared. */
    private Map<EStructuralFeature, Object> key(Map<EStructuralFeature, Object> values) {
        Map<EStructuralFeature, Object> key = new LinkedHashMap<>();
        for (EStructuralFeature feature : identity.features()) {
            Object value = values.get(feature);
            if (value != null) {
                key.put(feature, periods.compared(feature, value));
            }
        }
        return key;
    }

    private Element first(List<Element> there, Set<Element> free, Map<EStructuralFeature, Object> values) {
        return there.stream().filter(free::contains).filter(element -> values.entrySet().stream()
                .allMatch(entry -> isSame(entry.getKey(), draft.get(element, entry.getKey()), entry.getValue())))
                .findFirst().orElse(null);
    }

    /** Of a period its days are compared, of everything else the very value. */
    private boolean isSame(EStructuralFeature feature, Object before, Object now) {
        return identity.when().filter(feature::equals).isPresent()
                ? Objects.equals(periods.compared(feature, before), periods.compared(feature, now))
                : Shown.same(before, now);
    }

    private static void take(Child child, Element element, Set<Element> free) {
        if (element != null) {
            child.there = element;
            free.remove(element);
        }
    }

    private void identify(Child child, Map<EStructuralFeature, Object> key, List<Element> there, Set<Element> free) {
        List<Element> same = there.stream().filter(free::contains).filter(element -> key.entrySet().stream()
                .allMatch(entry -> entry.getValue()
                        .equals(periods.compared(entry.getKey(), draft.get(element, entry.getKey())))))
                .filter(element -> identity.features().stream()
                        .filter(feature -> Identity.isNeeded(feature) && !key.containsKey(feature))
                        .allMatch(feature -> draft.get(element, feature) == null))
                .toList();
        long asked = children.stream().filter(one -> one.there == null && key.equals(key(one.values))).count();
        if (same.size() > 1 || same.size() == 1 && asked > 1) {
            child.rows.forEach(row -> refuse(row, "", Messages.bind(Messages.severalAlike, Presentation.label(list),
                    String.join(", ", key.keySet().stream().map(feature -> Presentation.label(feature) + " "
                            + Shown.brief(child.values.get(feature))).toList()))));
            return;
        }
        take(child, same.isEmpty() ? null : same.get(0), free);
    }
}
