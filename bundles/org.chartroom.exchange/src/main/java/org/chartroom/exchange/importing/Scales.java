package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.value.ColumnLanguage;
import org.chartroom.core.value.Placeholders;
import org.chartroom.core.value.ValueReader;
import org.chartroom.core.value.Steps;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.Scale.Kind;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Finds out how the numbers of columns with steps are spread, from all of their values, and of all these columns together:
 * who rates likelihood from 1 to 10 does not rate impact from 1 to 5. What may be more than one scale is none.
 */
public final class Scales {
    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    private Scales() {
    }

    /** The numbers of a column. */
    private record Numbers(BigDecimal low, BigDecimal high, boolean whole, boolean percent, boolean any) {
    }

    /**
     * @param table the table
     * @param mappings what to do with its columns
     * @param root the artifact it is imported into, whose scales count; null for the usual ones
     * @param given the scale that somebody says; judged from the values when empty
     * @return the mappings with the scales of their columns
     */
    public static List<ColumnMapping> judge(CsvTable table, List<ColumnMapping> mappings, EObject root,
            Optional<Scale> given) {
        List<ColumnMapping> judged = new ArrayList<>();
        for (ColumnMapping mapping : mappings) {
            Optional<EStructuralFeature> feature = mapping.target().map(ColumnTarget::feature).filter(Steps::has);
            judged.add(feature.isEmpty() ? mapping : mapping.with(own(table, mapping, feature.get(), root, given)));
        }
        return given.isPresent() ? judged : together(table, judged);
    }

    private static Scale own(CsvTable table, ColumnMapping mapping, EStructuralFeature feature, EObject root,
            Optional<Scale> given) {
        int steps = Steps.count(feature, root);
        HeaderUnit unit = HeaderUnit.of(mapping.name(), feature);
        if (given.isPresent() || unit.scale().isPresent()) {
            return plain(given.or(unit::scale).get(), steps);
        }
        if (unit.percent()) {
            return areParts(table, mapping) ? Scale.unknown(BigDecimal.ZERO, BigDecimal.ONE) : Scale.PERCENT;
        }
        return scale(numbers(table, mapping), steps, Steps.count(feature, null));
    }

    /** From 1 to the number of steps are the steps themselves, and nothing is spread. */
    private static Scale plain(Scale scale, int steps) {
        boolean isSteps = scale.kind() == Kind.RANGE && scale.low().compareTo(BigDecimal.ONE) == 0
                && scale.high().compareTo(BigDecimal.valueOf(steps)) == 0;
        return isSteps ? Scale.STEPS : scale;
    }

    private static Numbers numbers(CsvTable table, ColumnMapping mapping) {
        Set<String> texts = new LinkedHashSet<>();
        for (CsvTable.Row row : table.rows()) {
            texts.add(row.values()[mapping.column()]);
        }
        Set<String> numbers = new LinkedHashSet<>();
        for (String text : texts) {
            if (!text.isBlank() && !Placeholders.isNothing(text) && !mapping.values().containsKey(text.strip())) {
                numbers.add(StepWords.of(text).number());
            }
        }
        ValueReader reader = new ValueReader(ColumnLanguage.ofNumbers(numbers)
                .decide(List.of(), table.delimiter(), Optional.empty(), Optional.empty()).language());
        BigDecimal low = null;
        BigDecimal high = null;
        boolean whole = true;
        boolean percent = false;
        for (String text : numbers) {
            Optional<BigDecimal> number = text.isEmpty() ? Optional.empty() : reader.findNumber(text);
            if (text.contains("%")) {
                percent = true;
            } else if (number.isPresent()) {
                low = low == null ? number.get() : low.min(number.get());
                high = high == null ? number.get() : high.max(number.get());
                whole &= number.get().stripTrailingZeros().scale() <= 0;
            }
        }
        return new Numbers(low, high, whole, percent, low != null);
    }

    /** Numbers beyond a short scale that the usual one has may be all of that or a part of a longer one. */
    private static Scale scale(Numbers numbers, int steps, int usual) {
        if (!numbers.any) {
            return numbers.percent ? Scale.PERCENT : Scale.WORDS;
        }
        if (isFraction(numbers)) {
            return Scale.FRACTION;
        }
        if (numbers.high.compareTo(BigDecimal.TEN) > 0) {
            // 20 may be the highest of a scale: only percent signs, or numbers beyond every scale, say percent.
            return numbers.percent || numbers.high.compareTo(HALF) > 0
                    ? Scale.PERCENT
                    : Scale.unknown(numbers.low, numbers.high);
        }
        boolean isBeyond = numbers.high.compareTo(BigDecimal.valueOf(steps)) > 0;
        if (numbers.low.signum() <= 0 || isBeyond && numbers.high.compareTo(BigDecimal.valueOf(usual)) <= 0) {
            return Scale.unknown(numbers.low, numbers.high);
        }
        return isBeyond ? Scale.TEN : Scale.STEPS;
    }

    /** @return whether all numbers of a column are between 0 and 1: below a header that says %, 0.35 may be 0.35 % or 35 % */
    static boolean areParts(CsvTable table, ColumnMapping mapping) {
        Numbers numbers = numbers(table, mapping);
        return isFraction(numbers) && !numbers.percent;
    }

    private static boolean isFraction(Numbers numbers) {
        return numbers.any && !numbers.whole && numbers.low.signum() >= 0
                && numbers.high.compareTo(BigDecimal.ONE) <= 0;
    }

    /** Beside percent, numbers beyond every scale of steps are percent. */
    private static List<ColumnMapping> besidePercent(List<ColumnMapping> judged) {
        boolean isPercent = judged.stream().anyMatch(mapping -> mapping.scale().equals(Scale.PERCENT)
                && mapping.target().map(ColumnTarget::feature).filter(Steps::has).isPresent());
        return judged.stream().map(
                mapping -> isPercent && isBeyondSteps(mapping) ? mapping.with(Scale.PERCENT) : mapping).toList();
    }

    private static List<ColumnMapping> together(CsvTable table, List<ColumnMapping> own) {
        List<ColumnMapping> judged = besidePercent(own);
        boolean isTen = judged.stream().anyMatch(mapping -> mapping.scale().equals(Scale.TEN)
                && !isSaid(mapping));
        Optional<Scale> unknown = judged.stream().map(ColumnMapping::scale)
                .filter(scale -> scale.kind() == Kind.UNKNOWN).reduce((one, other) -> Scale
                        .unknown(one.low().min(other.low()), one.high().max(other.high())));
        if (!isTen && unknown.isEmpty()) {
            return judged;
        }
        List<ColumnMapping> all = new ArrayList<>();
        for (ColumnMapping mapping : judged) {
            boolean isSteps = mapping.target().map(ColumnTarget::feature).filter(Steps::has).isPresent()
                    && !isSaid(mapping) && (mapping.scale().kind() == Kind.STEPS
                            || mapping.scale().kind() == Kind.UNKNOWN || mapping.scale().equals(Scale.TEN));
            if (!isSteps) {
                all.add(mapping);
            } else if (unknown.isEmpty()) {
                all.add(mapping.with(Scale.TEN));
            } else {
                BigDecimal highest = isTen ? BigDecimal.TEN : highest(table, judged, unknown.get());
                all.add(mapping.with(Scale.unknown(unknown.get().low(), highest)));
            }
        }
        return all;
    }

    private static boolean isBeyondSteps(ColumnMapping mapping) {
        return mapping.scale().kind() == Kind.UNKNOWN && mapping.scale().high().compareTo(BigDecimal.TEN) > 0
                && mapping.scale().low().signum() >= 0;
    }

    private static boolean isSaid(ColumnMapping mapping) {
        return mapping.target().map(ColumnTarget::feature).filter(Steps::has)
                .filter(feature -> HeaderUnit.of(mapping.name(), feature).scale().isPresent()).isPresent();
    }

    private static BigDecimal highest(CsvTable table, List<ColumnMapping> judged, Scale unknown) {
        return judged.stream()
                .filter(mapping -> mapping.scale().kind() == Kind.STEPS
                        && mapping.target().map(ColumnTarget::feature).filter(Steps::has).isPresent())
                .map(mapping -> numbers(table, mapping)).filter(Numbers::any).map(Numbers::high)
                .reduce(unknown.high(), BigDecimal::max);
    }
}
