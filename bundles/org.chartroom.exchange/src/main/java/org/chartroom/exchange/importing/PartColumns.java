package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Placeholders;
import org.chartroom.core.value.Words;
import org.chartroom.exchange.csv.CsvTable;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Columns of a table whose rows have an item and an element of its list beside it, as a risk and its action: what is called
 * like a field of the item may mean the element. A status whose words are those of something to be done is none of the item.
 */
final class PartColumns {
    private static final Set<String> TASK_WORDS = Arrays.stream(Messages.taskWords.split("\\|")).map(Words::normal)
            .collect(Collectors.toUnmodifiableSet());

    private final CsvTable table;
    private final EClass itemClass;
    private final List<ColumnMapping> mappings;

    PartColumns(CsvTable table, EClass itemClass, List<ColumnMapping> mappings) {
        this.table = table;
        this.itemClass = itemClass;
        this.mappings = mappings;
    }

    /** @return the list whose elements the rows name by a text */
    private Optional<EReference> list() {
        return named().flatMap(mapping -> mapping.target().orElseThrow().list());
    }

    private Optional<ColumnMapping> named() {
        return mappings.stream().filter(mapping -> mapping.target().filter(PartColumns::isText).isPresent())
                .findFirst();
    }

    private static boolean isText(ColumnTarget target) {
        return target.list().filter(
                list -> Identity.of(list.getEReferenceType()).texts().contains(target.feature())).isPresent();
    }

    /**
     * @param column index of a column
     * @param target a field of the item that is called so
     * @return the first word of the column that only something to be done has, where none is one of the item alone
     */
    Optional<String> wordOfPart(int column, ColumnTarget target) {
        if (list().isEmpty() || target.list().isPresent() || target.ofArtifact()
                || !(target.feature().getEType() instanceof EEnum literals)) {
            return Optional.empty();
        }
        List<String> words = MappingProposal.sample(table, column).stream()
                .filter(word -> !Placeholders.isNothing(word)).toList();
        return words.stream().anyMatch(word -> isOf(literals, word) && !isOfTask(word))
                ? Optional.empty()
                : words.stream().filter(word -> isOfTask(word) && !isOf(literals, word)).findFirst();
    }

    private static boolean isOf(EEnum literals, String word) {
        return Words.literal(literals, word).isPresent() || FieldNames.english(word).stream()
                .anyMatch(english -> Words.literal(literals, english).isPresent());
    }

    private static boolean isOfTask(String word) {
        return TASK_WORDS.contains(Words.normal(word));
    }

    /** @return the mappings without those that put what is of elements into the item */
    List<ColumnMapping> withoutThoseOfParts() {
        return mappings.stream().map(mapping -> mapping.target()
                .filter(target -> wordOfPart(mapping.column(), target).isPresent()).isPresent()
                        ? mapping.to(Optional.empty())
                        : mapping)
                .toList();
    }

    /**
     * @param column index of a column that goes nowhere
     * @param values number of its values
     * @return in one sentence, that it is taken for a status of elements; empty when it is not
     */
    Optional<String> nowhere(int column, long values) {
        String name = table.columns().get(column);
        Optional<ColumnTarget> meant = ColumnTarget.of(itemClass).stream()
                .filter(target -> target.list().isEmpty() && MappingProposal.isCalled(name, target))
                .filter(target -> mappings.stream().noneMatch(one -> one.target().equals(Optional.of(target))))
                .findFirst();
        return meant.flatMap(target -> wordOfPart(column, target).map(word -> Messages.bind(Messages.statusOfParts,
                new Object[]{name, values, word, target.label(), Presentation.label(itemClass),
                        Presentation.label(list().orElseThrow()), target.path()})));
    }

    /** @return in one sentence each, which columns behind the text of an element go to the item and could be of the element */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        Optional<ColumnMapping> text = named();
        for (ColumnMapping mapping : text.isEmpty() ? List.<ColumnMapping>of() : mappings) {
            Optional<ColumnTarget> target = mapping.target().filter(one -> one.list().isEmpty() && !one.ofArtifact())
                    .filter(one -> mapping.column() > text.get().column());
            target.flatMap(this::ofPart).ifPresent(other -> notes.add(Messages.bind(Messages.fieldOfItem,
                    new Object[]{mapping.name(), Presentation.label(itemClass),
                            Presentation.label(other.list().orElseThrow()), other.path()})));
        }
        return notes;
    }

    /** A field of the elements with the same name, that no column has. */
    private Optional<ColumnTarget> ofPart(ColumnTarget own) {
        EReference list = list().orElseThrow();
        EStructuralFeature same = list.getEReferenceType().getEStructuralFeature(own.feature().getName());
        Optional<ColumnTarget> target = ColumnTarget.of(itemClass).stream()
                .filter(one -> one.feature() == same && one.list().equals(Optional.of(list))).findFirst();
        return target.filter(one -> mappings.stream().noneMatch(other -> other.target().equals(Optional.of(one))));
    }
}
