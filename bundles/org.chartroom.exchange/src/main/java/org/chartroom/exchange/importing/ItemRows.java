package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.core.type.Presentation;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ChildRows.Child;
import org.chartroom.exchange.importing.ChildRows.Refusal;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** The rows of a table that speak of one item. */
final class ItemRows {
    private final CsvTable table;
    private final Draft draft;
    private final Periods periods;
    private final Optional<PeriodSpan> usual;
    /** Mostly one. */
    private final List<RowValues> rows = new ArrayList<>(1);
    private Map<EReference, ChildRows> children = Map.of();

    /** @param usual the period of values that name none; empty when nobody said one */
    ItemRows(CsvTable table, Draft draft, Periods periods, Optional<PeriodSpan> usual) {
        this.table = table;
        this.draft = draft;
        this.periods = periods;
        this.usual = usual;
    }

    void add(RowValues row) {
        rows.add(row);
    }

    /** @return the first row */
    RowValues first() {
        return rows.get(0);
    }

    /** @return the rows that are left, in their order */
    List<RowValues> all() {
        return Collections.unmodifiableList(rows);
    }

    /** @return whether no row is left */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * Leaves out the rows that can't be taken together.
     *
     * @param item the item, or null for a new one
     * @param identity name of the field that tells items apart
     * @param firstLine line of the first row of the item, which may be one that can't be read
     * @return the rows that are left out, and why
     */
    Map<RowValues, Refusal> settle(EObject item, String identity, long firstLine) {
        if (rows.size() == 1 && first().row().line() == firstLine && first().lists().isEmpty()) {
            return Map.of();
        }
        Map<RowValues, Refusal> refused = new LinkedHashMap<>();
        for (RowValues row : List.copyOf(rows)) {
            if (row.row().line() != firstLine && !row.isPart()) {
                refused.put(row, new Refusal(identity, Messages.bind(Messages.sameItem,
                        identity, table.place(firstLine))));
                rows.remove(row);
            }
        }
        boolean isSettled = false;
        while (!isSettled) {
            Map<RowValues, Refusal> more = contradictions();
            if (more.isEmpty()) {
                more = match(item);
            }
            rows.removeAll(more.keySet());
            refused.putAll(more);
            isSettled = more.isEmpty();
        }
        return refused;
    }

    private Map<RowValues, Refusal> contradictions() {
        if (rows.size() < 2) {
            return Map.of();
        }
        Map<RowValues, Refusal> refused = new LinkedHashMap<>();
        Map<ColumnReader, RowValues> first = new LinkedHashMap<>();
        for (RowValues row : rows) {
            row.own().forEach((column, value) -> {
                if (column.target().feature().isMany()) {
                    return;
                }
                RowValues before = first.putIfAbsent(column, row);
                if (before != null && !Shown.same(Shown.compared(before.values().get(column)),
                        Shown.compared(value))) {
                    refused.putIfAbsent(before, contradiction(column, before, row));
                    refused.putIfAbsent(row, contradiction(column, row, before));
                }
            });
        }
        return refused;
    }

    private Refusal contradiction(ColumnReader column, RowValues here, RowValues there) {
        return new Refusal(column.mapping().name(), Messages.bind(Messages.contradiction, new Object[]{
                column.target().label(), Shown.brief(here.values().get(column)),
                Shown.brief(there.values().get(column)), table.place(there.row().line())}));
    }

    private Map<RowValues, Refusal> match(EObject item) {
        children = new LinkedHashMap<>();
        Map<RowValues, Refusal> refused = new LinkedHashMap<>();
        for (RowValues row : rows) {
            row.lists().forEach(
                    list -> children.computeIfAbsent(list, one -> new ChildRows(one, table, draft, periods, usual)));
        }
        children.forEach((list, matcher) -> refused.putAll(matcher.match(item,
                rows.stream().filter(row -> row.lists().contains(list)).toList())));
        return refused;
    }

    /**
     * Gives an item what its rows say, after {@link #settle}.
     *
     * @param item the item, or a new one
     * @return what each row changes, in words; what the first row of a new item brings is the item, and not said
     */
    Map<RowValues, List<String>> apply(EObject item) {
        Map<RowValues, List<String>> details = new LinkedHashMap<>(2 * rows.size());
        rows.forEach(row -> details.put(row, new ArrayList<>()));
        RowValues unsaid = draft.isNew(item) ? first() : null;
        if (rows.size() == 1) {
            first().own().forEach((column, value) -> apply(item, column, value,
                    first() == unsaid ? null : details.get(first())));
        } else {
            own().forEach((column, from) -> apply(item, column, from.value,
                    from.row == unsaid ? null : details.get(from.row)));
        }
        children.forEach((list, matcher) -> matcher.children()
                .forEach(child -> apply(item, list, child, details.get(child.rows().get(0)))));
        return details;
    }

    /** @param details gets the change in words; null when it is not said */
    private void apply(EObject item, ColumnReader column, Object value, List<String> details) {
        ColumnTarget target = column.target();
        Object before = draft.get(item, target.feature());
        draft.said(item, target.feature());
        if (!Shown.same(before, value)) {
            draft.set(item, target.feature(), value);
            if (details != null) {
                details.add(change(target.label(), before, value));
            }
        }
    }

    /** A value of the item, and the row that says it first. */
    private static final class Own {
        private final RowValues row;
        private Object value;

        Own(RowValues row, Object value) {
            this.row = row;
            this.value = value;
        }

        void add(List<?> more) {
            List<Object> all = new ArrayList<>((List<?>) value);
            more.stream().filter(one -> !all.contains(one)).forEach(all::add);
            value = all;
        }
    }

    private Map<ColumnReader, Own> own() {
        Map<ColumnReader, Own> own = new LinkedHashMap<>();
        for (RowValues row : rows) {
            row.own().forEach((column, value) -> {
                Own before = own.putIfAbsent(column, new Own(row, value));
                if (before != null && value instanceof List<?> more) {
                    before.add(more);
                }
            });
        }
        return own;
    }

    private void apply(EObject item, EReference list, Child child, List<String> details) {
        Optional<Element> there = child.there();
        Element element = there.orElseGet(() -> draft.make(list.getEReferenceType()));
        List<String> changes = new ArrayList<>();
        child.values().forEach((feature, value) -> {
            Object before = draft.get(element, feature);
            boolean isKept = Identity.isPeriod(feature) && before != null;
            if (isKept) {
                return;
            }
            if (there.isEmpty()) {
                draft.set(element, feature, value instanceof PeriodSpan span
                        ? periods.period((EReference) feature, span)
                        : value);
                changes.add(Presentation.label(feature) + " " + Shown.brief(value));
            } else if (!Shown.same(before, value)) {
                draft.set(element, feature, value);
                changes.add(change(Presentation.label(feature), before, value));
            }
        });
        if (there.isEmpty()) {
            draft.add(item, list, element);
        }
        if (!changes.isEmpty()) {
            details.add(there.isEmpty()
                    ? Messages.bind(Messages.newInList, Presentation.label(list), String.join(", ", changes))
                    : Messages.bind(Messages.changedInList, named(list, child, changes), String.join(", ", changes)));
        }
    }

    /** @return what a list is called, and which of its elements is meant, unless the changes say that */
    private static String named(EReference list, Child child, List<String> changes) {
        return Stream.concat(Stream.of(Presentation.label(list)), Identity.of(list.getEReferenceType()).features()
                .stream().filter(feature -> changes.stream()
                        .noneMatch(change -> change.startsWith(Presentation.label(feature) + ": ")))
                .map(child.values()::get).filter(Objects::nonNull).map(Shown::brief))
                .collect(Collectors.joining(" "));
    }

    /** @return a change in words */
    static String change(String label, Object before, Object now) {
        return label + ": " + Shown.brief(before) + " \u2192 " + Shown.brief(now);
    }
}
