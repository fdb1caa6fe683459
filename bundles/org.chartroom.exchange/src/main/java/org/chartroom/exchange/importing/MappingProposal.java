package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.ColumnLanguage;
import org.chartroom.core.value.Placeholders;
import org.chartroom.core.value.ValueReader;
import org.chartroom.core.value.Words;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Artifact;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Proposes what to do with each column of a table, from its name and its values. */
public final class MappingProposal {
    private static final int SAMPLE_ROWS = 1_000;
    private static final int SAME_NAME = 4;
    private static final int SAME_ALIAS = 2;

    private MappingProposal() {
    }

    /**
     * @param table the table
     * @param itemClass class of the items it is imported as
     * @param artifact the artifact it is imported into; its scales give words to the steps
     * @return one mapping for each column; no target is proposed twice
     */
    public static List<ColumnMapping> propose(CsvTable table, EClass itemClass, Artifact artifact) {
        List<ColumnTarget> targets = ColumnTarget.of(itemClass);
        List<ColumnMapping> mappings = new ArrayList<>();
        Set<ColumnTarget> taken = new HashSet<>();
        for (int column = 0; column < table.columns().size(); column++) {
            String name = table.columns().get(column);
            Set<String> sample = sample(table, column);
            Optional<ColumnTarget> best = Optional.empty();
            int bestScore = 0;
            for (ColumnTarget target : targets) {
                int score = taken.contains(target) ? 0 : score(name, sample, target, artifact);
                if (score > bestScore) {
                    bestScore = score;
                    best = Optional.of(target);
                }
            }
            best.ifPresent(taken::add);
            Scale scale = best.map(target -> scale(target.feature(), sample, artifact)).orElse(Scale.STEPS);
            mappings.add(new ColumnMapping(column, name, best, scale, Map.of()));
        }
        return mappings;
    }

    /**
     * @param feature a field
     * @param values values of a column
     * @param artifact the artifact; its scales give words to the steps
     * @return how the values seem to be spread
     */
    public static Scale scale(EStructuralFeature feature, Set<String> values, Artifact artifact) {
        if (!Words.hasSteps(feature)) {
            return Scale.STEPS;
        }
        BigDecimal highest = BigDecimal.ZERO;
        boolean broken = false;
        ValueReader reader = new ValueReader(ColumnLanguage.ofNumbers(values)
                .decide(List.of(), (char) 0, Optional.empty(), Optional.empty()).language());
        for (String value : values) {
            if (Placeholders.isNothing(value)) {
                continue;
            }
            Optional<BigDecimal> number = reader.findNumber(value);
            if (number.isEmpty()) {
                return Words.step(feature, artifact, value).isPresent() ? Scale.WORDS : Scale.STEPS;
            }
            if (value.contains("%")) {
                return Scale.PERCENT;
            }
            highest = highest.max(number.get());
            broken |= number.get().signum() == 0 || number.get().stripTrailingZeros().scale() > 0;
        }
        if (broken && highest.compareTo(BigDecimal.ONE) <= 0) {
            return Scale.FRACTION;
        }
        int steps = steps(feature);
        if (highest.compareTo(BigDecimal.valueOf(steps)) <= 0) {
            return Scale.STEPS;
        }
        return highest.compareTo(BigDecimal.TEN) <= 0 ? Scale.TEN : Scale.PERCENT;
    }

    /**
     * @param table a table
     * @param column index of a column
     * @return the different values of its first 1,000 rows, without empty ones
     */
    public static Set<String> sample(CsvTable table, int column) {
        Set<String> values = new LinkedHashSet<>();
        table.rows().stream().limit(SAMPLE_ROWS).map(row -> row.values()[column].strip())
                .filter(value -> !value.isEmpty()).forEach(values::add);
        return values;
    }

    static int steps(EStructuralFeature feature) {
        return Presentation.detail(feature, "max").map(Integer::valueOf).orElse(0);
    }

    private static int score(String name, Set<String> sample, ColumnTarget target, Artifact artifact) {
        EStructuralFeature feature = target.feature();
        String wanted = Words.normal(name);
        int score = 0;
        if (wanted.equals(Words.normal(feature.getName())) || wanted.equals(Words.normal(Presentation.label(feature)))
                || Presentation.detail(feature, "longLabel").map(Words::normal).filter(wanted::equals).isPresent()) {
            score = SAME_NAME;
        } else if (Words.aliases(feature).contains(wanted)) {
            score = SAME_ALIAS;
        }
        if (score == 0) {
            return 0;
        }
        // A child's field of the same name is meant only when the item has none.
        int own = target.list().isPresent() && score == SAME_NAME ? SAME_ALIAS - 1 : score;
        return fits(feature, sample, artifact) ? own : 0;
    }

    private static boolean fits(EStructuralFeature feature, Set<String> sample, Artifact artifact) {
        if (sample.isEmpty() || !(feature instanceof EAttribute attribute)) {
            return true;
        }
        EDataType type = attribute.getEAttributeType();
        long numbers = sample.stream().filter(ValueReader::isNumber).count();
        boolean mostlyNumbers = numbers * 2 > sample.size();
        if (Words.hasSteps(feature)) {
            return mostlyNumbers || sample.stream().anyMatch(value -> Words.step(feature, artifact, value).isPresent());
        }
        if (type instanceof EEnum literals) {
            return sample.stream().anyMatch(value -> Words.literal(literals, value).isPresent());
        }
        if (Number.class.isAssignableFrom(type.getInstanceClass()) || type.getInstanceClass() == int.class) {
            return mostlyNumbers;
        }
        boolean isText = type.getInstanceClass() == String.class;
        return !isText || !Presentation.isMultiline(feature) || !mostlyNumbers;
    }
}
