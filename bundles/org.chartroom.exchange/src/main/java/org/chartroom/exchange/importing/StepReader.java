package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Placeholders;
import org.chartroom.core.value.Reading;
import org.chartroom.core.value.Reading.Note;
import org.chartroom.core.value.Steps;
import org.chartroom.core.value.ValueReader;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/** Reads the cells of a column that goes to a field with steps, and remembers which number became which step. */
final class StepReader {
    private static final int MOST_TOLD = 10;

    private final EAttribute attribute;
    private final EObject scales;
    private final Scale scale;
    private final Map<String, String> words;
    private final Map<BigDecimal, Integer> steps = new TreeMap<>();

    /**
     * @param scales what has the scale of the field
     * @param scale how the numbers of the column are spread
     * @param words is told what words were taken for
     */
    StepReader(EAttribute attribute, EObject scales, Scale scale, Map<String, String> words) {
        this.attribute = attribute;
        this.scales = scales;
        this.scale = scale;
        this.words = words;
    }

    /** @throws IllegalArgumentException when a text is no step; the message completes "because ..." */
    Reading read(String text, ValueReader reader) {
        Placeholders.refuseError(text);
        return Placeholders.isNothing(text)
                ? new Reading(null, Note.NOTHING)
                : new Reading(step(text, reader), Note.NONE);
    }

    private Integer step(String text, ValueReader reader) {
        int count = Steps.count(attribute, scales);
        StepWords parts = StepWords.of(text);
        Optional<Integer> named = StepWords.step(attribute, scales, parts.word());
        if (parts.number().isEmpty()) {
            int step = named.orElseThrow(() -> unknown(text));
            words.put(text, String.valueOf(step));
            return step;
        }
        if (!parts.word().isEmpty() && named.isEmpty()) {
            throw unknown(text);
        }
        parts.most().filter(most -> most != highest(count)).ifPresent(most -> {
            throw new IllegalArgumentException(
                    Messages.bind(Messages.otherCount, new Object[]{text, most, highest(count)}));
        });
        if (named.isPresent() && scale.kind() == Scale.Kind.UNKNOWN) {
            return named.get();
        }
        BigDecimal number = reader.number(parts.number());
        boolean isPercent = parts.number().contains("%");
        int step = (isPercent ? Scale.PERCENT : scale).step(number, count);
        if (!isPercent) {
            steps.put(number.stripTrailingZeros(), step);
        }
        if (named.isPresent() && named.get() != step) {
            throw new IllegalArgumentException(Messages.bind(Messages.otherStep, new Object[]{text, step,
                    named.get()}));
        }
        return step;
    }

    private int highest(int count) {
        return scale.kind() == Scale.Kind.RANGE ? scale.high().intValue() : count;
    }

    private static IllegalArgumentException unknown(String text) {
        return new UnknownWordException(Messages.bind(Messages.noStep, text), text, null);
    }

    /** @return what a word may mean, each with what users call it: a word where there is one, because numbers are spread */
    Map<String, String> choices() {
        Map<Integer, String> own = Steps.labels(attribute, scales);
        String[] usual = Presentation.detail(attribute, "steps").map(all -> all.split("\\|")).orElse(new String[0]);
        Map<String, String> choices = new LinkedHashMap<>();
        for (int step = 1; step <= Steps.count(attribute, scales); step++) {
            String word = own.getOrDefault(step, step <= usual.length ? usual[step - 1].split(",")[0].strip() : "");
            boolean isWord = Steps.step(attribute, scales, word).filter(Integer.valueOf(step)::equals).isPresent();
            choices.put(isWord ? word : String.valueOf(step), isWord ? step + " " + word : String.valueOf(step));
        }
        return choices;
    }

    /** @return which numbers became which steps, as "0.2 = 1, 0.4 = 2", and whether different ones became the same */
    String told() {
        List<String> pairs = steps.entrySet().stream().limit(MOST_TOLD)
                .map(pair -> pair.getKey().toPlainString() + " = " + pair.getValue()).toList();
        long different = steps.values().stream().distinct().count();
        return pairs.isEmpty()
                ? ""
                : Messages.bind(Messages.stepsTold,
                        String.join(", ", pairs) + (steps.size() > MOST_TOLD ? ", \u2026" : ""),
                        different < steps.size() ? Messages.stepsFallTogether : "");
    }
}
