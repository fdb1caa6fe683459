package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Names;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage.Literals;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What the rows of a table and the items that are there are called: by key, by what else tells them apart, as a code, and
 * by title. In a table with codes and without keys a row is the item that has its code, and where it has none the one that
 * has its title.
 */
final class ItemNames {
    private static final int MOST_SAID = 5;

    private final CsvTable table;
    private final EClass itemClass;
    private final List<? extends Element> there;
    private final Map<EStructuralFeature, ColumnReader> columns = new LinkedHashMap<>();
    private final List<EStructuralFeature> codes;
    private final boolean isCoded;
    private final List<ColumnReader> identifying;
    private final Map<EStructuralFeature, Map<String, List<Element>>> elements = new HashMap<>();
    private final Map<EStructuralFeature, Map<String, List<CsvTable.Row>>> rows = new HashMap<>();
    private final Map<CsvTable.Row, String> ids = new IdentityHashMap<>();
    private final Map<String, Long> several = new HashMap<>();

    /**
     * @param all the columns that go to the items
     * @param there the items that are there
     */
    ItemNames(CsvTable table, EClass itemClass, List<ColumnReader> all, List<? extends Element> there) {
        this.table = table;
        this.itemClass = itemClass;
        this.there = there;
        for (EStructuralFeature feature : Identity.names(itemClass)) {
            all.stream().filter(column -> column.goesTo(feature)).findFirst()
                    .ifPresent(column -> columns.put(feature, column));
        }
        codes = columns.keySet().stream()
                .filter(feature -> feature != Literals.SUBJECT__KEY && feature != Literals.SUBJECT__TITLE).toList();
        isCoded = !codes.isEmpty() && !columns.containsKey(Literals.SUBJECT__KEY);
        identifying = isCoded ? List.copyOf(columns.values()) : columns.values().stream().limit(1).toList();
    }

    /** @return the columns by which rows are known, in the order in which they count */
    List<ColumnReader> identifying() {
        return identifying;
    }

    /** @return whether rows are known by their codes, and by their titles where they have none */
    boolean isCoded() {
        return isCoded;
    }

    /** @return how many are called so, by how rows are compared that could be each of them */
    Map<String, Long> several() {
        return several;
    }

    /** @return how an item that is there is compared; empty when it has nothing that tells it apart */
    Optional<String> id(Element element) {
        return identifying().stream().map(column -> column.target().feature())
                .filter(feature -> !text(element, feature).isEmpty()).findFirst()
                .map(feature -> id(feature, text(element, feature)));
    }

    private String id(EStructuralFeature feature, String text) {
        return isCoded() ? feature.getName() + '\n' + text : text;
    }

    /** @return how the item of a row is compared */
    String id(CsvTable.Row row) {
        if (!isCoded) {
            return Names.folded(label(row));
        }
        String id = ids.get(row);
        if (id == null) {
            id = coded(row);
            ids.put(row, id);
        }
        return id;
    }

    private String coded(CsvTable.Row row) {
        Optional<EStructuralFeature> code = codes.stream().filter(feature -> !text(row, feature).isEmpty()).findFirst();
        String title = text(row, Literals.SUBJECT__TITLE);
        if (code.isEmpty()) {
            return titled(title);
        }
        String text = text(row, code.get());
        List<Element> found = elements(code.get(), text);
        if (!found.isEmpty()) {
            return id(found.get(0)).orElseThrow();
        }
        List<Element> without = elements(Literals.SUBJECT__TITLE, title).stream()
                .filter(element -> codes.stream().allMatch(feature -> text(element, feature).isEmpty())).toList();
        boolean isMeant = without.size() == 1 && rows(Literals.SUBJECT__TITLE, title).stream()
                .map(one -> text(one, code.get())).filter(one -> !one.isEmpty()).distinct().count() == 1;
        return isMeant ? id(without.get(0)).orElseThrow() : id(code.get(), text);
    }

    /** A row without a code is what is called so already, or else what another row with a code brings. */
    private String titled(String title) {
        Set<String> found = new LinkedHashSet<>();
        List<Element> called = elements(Literals.SUBJECT__TITLE, title);
        called.forEach(element -> found.add(id(element).orElseThrow()));
        if (found.isEmpty()) {
            rows(Literals.SUBJECT__TITLE, title).stream()
                    .filter(row -> codes.stream().anyMatch(feature -> !text(row, feature).isEmpty()))
                    .forEach(row -> found.add(id(row)));
        }
        String own = id(Literals.SUBJECT__TITLE, title);
        if (found.size() > 1 || called.size() > 1) {
            several.put(own, (long) Math.max(found.size(), called.size()));
            return own;
        }
        return found.stream().findFirst().orElse(own);
    }

    /**
     * @param name key, code or title of an item
     * @return how the item of the rows is compared that is called so; empty when none is, or when it is there already
     * @throws IllegalArgumentException when several are; the message completes "because ..."
     */
    Optional<String> find(String name) {
        String text = Names.folded(name);
        for (EStructuralFeature feature : columns.keySet()) {
            Set<String> found = new LinkedHashSet<>();
            rows(feature, text).forEach(row -> found.add(id(row)));
            List<Element> known = elements(feature, text);
            Set<String> all = new LinkedHashSet<>(found);
            known.forEach(element -> id(element).ifPresent(all::add));
            if (all.size() > 1) {
                throw new IllegalArgumentException(Messages.bind(Messages.severalReferred,
                        new Object[]{all.size(), name, Presentation.label(itemClass)}));
            }
            if (!found.isEmpty() || !known.isEmpty()) {
                return known.isEmpty() ? found.stream().findFirst() : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** @return in one sentence, which rows name one item and, by what counts less, another one; empty when none does */
    Optional<String> note() {
        if (codes.isEmpty() || columns.size() < 2) {
            return Optional.empty();
        }
        List<EStructuralFeature> order = List.copyOf(columns.keySet());
        EStructuralFeature first = order.get(0);
        EStructuralFeature second = order.get(1);
        List<String> said = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            if (text(row, first).isEmpty() || text(row, second).isEmpty()) {
                continue;
            }
            List<Element> others = elements(second, text(row, second));
            if (!others.isEmpty() && others.stream().noneMatch(other -> id(other).equals(Optional.of(id(row))))) {
                said.add(label(row) + " (" + table.place(row.line()) + ")");
            }
        }
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.bind(Messages.countsBefore, new Object[]{Presentation.label(first),
                        Presentation.label(second), String.join(", ", said.subList(0, Math.min(MOST_SAID, said.size())))
                                + (said.size() > MOST_SAID ? ", \u2026 (" + said.size() + ")" : "")}));
    }

    /** @return what a row calls its item; empty when it does not */
    String label(CsvTable.Row row) {
        if (identifying.size() == 1) {
            return Names.visible(identifying.get(0).text(row));
        }
        return String.join(" ", identifying().stream().map(column -> Names.visible(column.text(row)))
                .filter(text -> !text.isEmpty()).toList());
    }

    private List<Element> elements(EStructuralFeature feature, String text) {
        return elements.computeIfAbsent(feature, one -> index(there, element -> text(element, one)))
                .getOrDefault(text, List.of());
    }

    private List<CsvTable.Row> rows(EStructuralFeature feature, String text) {
        return rows.computeIfAbsent(feature, one -> index(table.rows(), row -> text(row, one)))
                .getOrDefault(text, List.of());
    }

    private static <T> Map<String, List<T>> index(Collection<? extends T> all, Function<T, String> name) {
        Map<String, List<T>> index = new HashMap<>();
        all.forEach(one -> index.computeIfAbsent(name.apply(one), text -> new ArrayList<>()).add(one));
        index.remove("");
        return index;
    }

    private static String text(Element element, EStructuralFeature feature) {
        Object value = element.eGet(feature);
        return value == null ? "" : Names.folded(String.valueOf(value));
    }

    private String text(CsvTable.Row row, EStructuralFeature feature) {
        ColumnReader column = columns.get(feature);
        return column == null ? "" : Names.folded(column.text(row));
    }
}
