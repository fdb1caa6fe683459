package org.chartroom.exchange.importing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.core.value.Steps;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * A cell for a field with steps, taken apart: "4", "Likely", "4 - Likely", "Likely (4)", "4/5", "Step 4".
 *
 * @param number the number in it; empty when there is none
 * @param word the word in it; empty when there is none
 * @param most how many steps it says there are; empty when it does not say so
 */
record StepWords(String number, String word, Optional<Integer> most) {
    private static final Pattern NUMBER_FIRST = Pattern
            .compile("(\\d{1,3}(?:[.,]\\d+)?)\\s*[-\u2013\u2014:.)=/|]?\\s*\\(?(\\p{L}[^\\d()]*)\\)?");
    private static final Pattern WORD_FIRST = Pattern
            .compile("(\\p{L}[^\\d(\\[]*?)\\s*[-\u2013\u2014:=(\\[]\\s*(\\d{1,3}(?:[.,]\\d+)?)\\s*[)\\]]?");

    private static final Pattern OF = Pattern.compile("(\\d{1,2})\\s*(?:/|of|out of|von|de|sur|su)\\s*(\\d{1,2})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STEP = Pattern.compile("(?:" + Messages.stepWords + ")\\.?\\s*[:#]?\\s*(\\d{1,2})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    StepWords(String number, String word) {
        this(number, word, Optional.empty());
    }

    /** @return the parts of a cell; one that is none of these forms is a word as a whole, or a number */
    static StepWords of(String text) {
        String cell = text.strip();
        if (cell.isEmpty() || cell.chars().noneMatch(Character::isDigit)) {
            return new StepWords("", cell);
        }
        Matcher of = OF.matcher(cell);
        if (of.matches()) {
            return new StepWords(of.group(1), "", Optional.of(Integer.valueOf(of.group(2))));
        }
        Matcher step = STEP.matcher(cell);
        if (step.matches()) {
            return new StepWords(step.group(1), "");
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
