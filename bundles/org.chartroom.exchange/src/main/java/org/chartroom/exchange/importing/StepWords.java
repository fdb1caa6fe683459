package org.chartroom.exchange.importing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.core.value.Steps;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * A cell for a field with steps, taken apart: "4", "Likely", "4 - Likely", "Likely (4)".
 *
 * @param number the number in it; empty when there is none
 * @param word the word in it; empty when there is none
 */
record StepWords(String number, String word) {
    private static final Pattern NUMBER_FIRST = Pattern
            .compile("(\\d{1,3}(?:[.,]\\d+)?)\\s*[-\u2013\u2014:.)=/|]?\\s*\\(?(\\p{L}[^\\d()]*)\\)?");
    private static final Pattern WORD_FIRST = Pattern
            .compile("(\\p{L}[^\\d(\\[]*?)\\s*[-\u2013\u2014:=(\\[]\\s*(\\d{1,3}(?:[.,]\\d+)?)\\s*[)\\]]?");

    /** @return the parts of a cell; one that is none of these forms is a word as a whole, or a number */
    static StepWords of(String text) {
        String cell = text.strip();
        if (cell.isEmpty() || cell.chars().noneMatch(Character::isDigit)) {
            return new StepWords("", cell);
        }
        Matcher numberFirst = NUMBER_FIRST.matcher(cell);
        if (numberFirst.matches()) {
            return new StepWords(numberFirst.group(1), numberFirst.group(2).strip());
        }
        Matcher wordFirst = WORD_FIRST.matcher(cell);
        return wordFirst.matches()
                ? new StepWords(wordFirst.group(2), wordFirst.group(1).strip())
                : new StepWords(cell, "");
    }

    /** @return the step that a word names, in the root, in English or in another language */
    static Optional<Integer> step(EStructuralFeature feature, EObject root, String word) {
        Optional<Integer> own = word.isEmpty() ? Optional.empty() : Steps.step(feature, root, word);
        return own.isPresent()
                ? own
                : FieldNames.english(word).stream().flatMap(one -> Steps.step(feature, root, one).stream())
                        .findFirst();
    }
}
