package org.chartroom.exchange.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Names;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage.Literals;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** What tells the elements of the list that a table goes into apart: their key or, where the table has none, their name. */
final class ElementIdentity {
    private static final Map<EClass, List<EStructuralFeature>> NAMES = Map.of(
            Literals.PERSON, List.of(Literals.PERSON__NAME, Literals.PERSON__EMAIL),
            Literals.PROJECT, List.of(Literals.PROJECT__KEY, Literals.PROJECT__NAME),
            Literals.VENDOR, List.of(Literals.VENDOR__KEY, Literals.VENDOR__NAME));

    private final Optional<ItemNames> names;
    private final List<ColumnReader> columns;
    private final List<EStructuralFeature> candidates;
    private final boolean hasAddresses;
    private final String lacking;
    private final String name;
    private final boolean hasTitle;
    /** The columns that say what a new element is. */
    private final List<ColumnReader> texts;

    /**
     * @param all the columns that go to the elements
     * @param there the elements that are there
     */
    ElementIdentity(CsvTable table, EClass elementClass, List<ColumnReader> all, List<? extends Element> there) {
        boolean areItems = Literals.SUBJECT.isSuperTypeOf(elementClass);
        boolean isAlternative = areItems || NAMES.containsKey(elementClass);
        names = areItems ? Optional.of(new ItemNames(table, elementClass, all, there)) : Optional.empty();
        candidates = areItems
                ? Identity.names(elementClass)
                : NAMES.getOrDefault(elementClass, Identity.of(elementClass).features());
        hasAddresses = all.stream().anyMatch(column -> column.goesTo(Literals.PERSON__EMAIL));
        columns = names.map(ItemNames::identifying).orElseGet(() -> candidates.stream()
                .flatMap(feature -> all.stream().filter(column -> column.goesTo(feature)).limit(1))
                .limit(isAlternative ? 1 : candidates.size()).toList());
        lacking = isAlternative || columns.isEmpty()
                ? ""
                : candidates.stream().filter(Identity::isNeeded)
                        .filter(feature -> columns.stream().noneMatch(column -> column.goesTo(feature)))
                        .map(Presentation::label).collect(Collectors.joining(", "));
        name = columns.stream().limit(areItems ? 1 : columns.size())
                .map(column -> column.target().feature().getName()).collect(Collectors.joining(", "));
        hasTitle = all.stream().anyMatch(column -> column.goesTo(Literals.SUBJECT__TITLE));
        List<EStructuralFeature> called = Identity.names(elementClass);
        texts = all.stream().filter(column -> column.target().list().isEmpty()
                && column.target().feature().getEType().getInstanceClass() == String.class
                && (column.goesTo(Literals.SUBJECT__TITLE) || !called.contains(column.target().feature()))).toList();
    }

    /** @return whether a column has the titles of items */
    boolean hasTitle() {
        return hasTitle;
    }

    /** @return whether a row says what a new element is: a key or a code alone says nothing of it */
    boolean hasText(RowValues row) {
        return texts.stream().anyMatch(row.values()::containsKey);
    }

    /** @return whether no column tells elements apart, or not all that it takes */
    boolean isMissing() {
        return columns.isEmpty() || !lacking.isEmpty();
    }

    /** @return names of the fields without which those that are there tell too little: of a rate, its day */
    String lacking() {
        return lacking;
    }

    /** @return names of the fields that could */
    String candidates() {
        return candidates.stream().map(Presentation::label).collect(Collectors.joining(", "));
    }

    /** @return what items are called; empty for other elements */
    Optional<ItemNames> names() {
        return names;
    }

    /** @return name of the field, or of all that only together tell elements apart */
    String name() {
        return name;
    }

    /** @return whether a field is the only one that tells elements apart */
    boolean is(EStructuralFeature feature) {
        return columns.size() == 1 && columns.get(0).goesTo(feature);
    }

    /** @return whether people are told apart by their names */
    boolean hasNamesOfPeople() {
        return is(Literals.PERSON__NAME);
    }

    /** @return whether people are told apart by their names, and have e-mail addresses beside them */
    boolean hasNamesAndAddresses() {
        return is(Literals.PERSON__NAME) && hasAddresses;
    }

    /** @return what a row calls its element; empty when it does not */
    String label(CsvTable.Row row) {
        if (columns.size() == 1) {
            return Names.visible(columns.get(0).text(row));
        }
        return columns.stream().map(column -> Names.visible(column.text(row))).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** @return how what a row calls its element is compared, also where the row can't be read */
    String labelId(CsvTable.Row row) {
        return names.isPresent() ? names.get().id(row) : Names.folded(label(row));
    }

    /** @return how the element of a row is compared */
    String id(RowValues row) {
        if (names.isPresent()) {
            return row.labelId();
        }
        return columns.stream().map(column -> id(row.values().get(column))).collect(Collectors.joining("\n"));
    }

    /** @return how an element that is there is compared; empty when it has nothing that tells it apart */
    Optional<String> id(Element element) {
        if (names.isPresent()) {
            return names.get().id(element);
        }
        List<Object> values = columns.stream().map(column -> element.eGet(column.target().feature())).toList();
        return values.stream().allMatch(value -> value == null)
                ? Optional.empty()
                : Optional.of(values.stream().map(ElementIdentity::id).collect(Collectors.joining("\n")));
    }

    private static String id(Object value) {
        Object compared = Shown.compared(value);
        return compared instanceof EObject object && object instanceof Element element
                ? element.getId()
                : String.valueOf(compared);
    }
}
