package org.chartroom.exchange.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Names;
import org.chartroom.core.value.Placeholders;
import org.chartroom.core.value.Reading;
import org.chartroom.core.value.Reading.Note;
import org.chartroom.core.value.ValueReader;
import org.chartroom.core.value.Words;
import org.chartroom.exchange.csv.CsvTable;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;

/**
 * Reads the cells of a column that goes to a field of choices. A single letter may be the first one of a word that the field
 * does not have, as O of "open": letters are only read where the whole column is written in them, and each can be one choice
 * only.
 */
final class ChoiceReader {
    /** Words of the trade that letters may stand for, whatever choices a field has. */
    private static final List<String> OTHERS = List.of(Messages.letterWords.split("\\|"));

    private final EAttribute attribute;
    private final EEnum literals;
    private final Map<String, String> words;
    private final boolean hasLetters;

    /** @param words is told what words were taken for */
    ChoiceReader(EAttribute attribute, ColumnMapping mapping, CsvTable table, Map<String, String> words) {
        this.attribute = attribute;
        this.literals = (EEnum) attribute.getEAttributeType();
        this.words = words;
        this.hasLetters = mapping.column() < table.columns().size() && areLetters(table.rows().stream()
                .map(row -> row.values()[mapping.column()]).distinct().map(text -> Names.folded(text).strip())
                .filter(text -> !text.isEmpty() && !Placeholders.isNothing(text)).distinct().toList());
    }

    private boolean areLetters(List<String> texts) {
        List<String> first = literals.getELiterals().stream()
                .map(literal -> Words.normal(literal.getLiteral()).substring(0, 1)).toList();
        boolean isCode = first.stream().distinct().count() == first.size();
        return texts.size() > 1 && texts.stream().allMatch(text -> text.length() == 1
                && (Words.literal(literals, text).isPresent() || Words.byLetter(literals, text).isPresent()
                        && (isCode || OTHERS.stream().noneMatch(word -> word.startsWith(text)))));
    }

    /** @throws IllegalArgumentException when a text is no choice; the message completes "because ..." */
    Reading read(String text, ValueReader reader) {
        if (Words.literal(literals, text).isEmpty()) {
            Optional<EEnumLiteral> meant = FieldNames.english(text).stream()
                    .flatMap(word -> Words.literal(literals, word).stream()).findFirst()
                    .or(() -> hasLetters ? Words.byLetter(literals, text) : Optional.empty());
            if (meant.isPresent()) {
                words.put(text, meant.get().getLiteral());
                return new Reading(meant.get().getInstance(), Note.NONE);
            }
        }
        try {
            return reader.read(attribute, text, Optional.empty());
        } catch (IllegalArgumentException e) {
            throw Placeholders.isError(text) ? e : new UnknownWordException(e.getMessage(), text, e);
        }
    }

    /** @return what a word may mean, each with what users call it */
    Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        literals.getELiterals().forEach(one -> choices.put(one.getLiteral(), Presentation.label(one)));
        return choices;
    }
}
