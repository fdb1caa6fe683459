package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Placeholders;
import org.chartroom.core.value.ValueReader;
import org.chartroom.core.value.Steps;
import org.chartroom.core.value.Words;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Element;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Proposes what to do with each column of a table, from its name and its values. */
public final class MappingProposal {
    private static final int SAMPLE_ROWS = 1_000;
    private static final int SAME_NAME = 4;
    private static final int FOREIGN_NAME = 3;
    private static final int SAME_ALIAS = 2;
    private static final int MOST_CHOICES = 12;
    private static final int LONGEST_CHOICE = 30;

    private MappingProposal() {
    }

    /**
     * @param table the table
     * @param itemClass class of the items it is imported as
     * @param root the artifact or the directory it is imported into; its scales give words to the steps
     * @return one mapping for each column; no target is proposed twice
     */
    public static List<ColumnMapping> propose(CsvTable table, EClass itemClass, Element root) {
        // What one of our own files says of lists is computed from them, and goes nowhere.
        boolean isOwn = CsvExport.hasColumns(table, itemClass);
        List<ColumnTarget> targets = ColumnTarget.of(itemClass).stream()
                .filter(target -> !isOwn || target.list().isEmpty()).toList();
        List<ColumnMapping> mappings = new ArrayList<>();
        Set<ColumnTarget> taken = new HashSet<>();
        for (int column = 0; column < table.columns().size(); column++) {
            String name = table.columns().get(column);
            String meant = OwnFields.ofObject(table, name).orElse(name);
            Set<String> sample = sample(table, column);
            Optional<ColumnTarget> ofPeriod = ofPeriod(name, sample, targets, root);
            if (ofPeriod.isPresent()) {
                mappings.add(new ColumnMapping(column, name, ofPeriod, Scale.STEPS, Map.of()));
                continue;
            }
            Optional<ColumnTarget> best = Optional.empty();
            int bestScore = 0;
            for (ColumnTarget target : targets) {
                boolean isNamed = meant.equals(name) || target.feature() instanceof EReference;
                int score = taken.contains(target) || !isNamed ? 0 : score(meant, sample, target, targets, root);
                score = score == 0 && !taken.contains(target)
                        && FieldNames.isOfItems(itemClass, target, Words.normal(name)) ? SAME_ALIAS : score;
                if (score > bestScore) {
                    bestScore = score;
                    best = Optional.of(target);
                }
            }
            best.ifPresent(taken::add);
            mappings.add(new ColumnMapping(column, name, best, Scale.STEPS, Map.of()));
        }
        addWhen(mappings, targets);
        dropNameless(mappings);
        List<ColumnMapping> ofItems = new PartColumns(table, itemClass, mappings).withoutThoseOfParts();
        return Scales.judge(table, OwnFields.propose(table, ofItems, itemClass, root), root, Optional.empty());
    }

    /** Beside values of a list, a month or a date is when they are of. */
    private static void addWhen(List<ColumnMapping> mappings, List<ColumnTarget> targets) {
        for (ColumnTarget target : targets) {
            boolean isWhen = target.list().flatMap(list -> Identity.of(list.getEReferenceType()).when())
                    .filter(target.feature()::equals).isPresent();
            if (!isWhen || mappings.stream().anyMatch(mapping -> mapping.target().filter(target::equals).isPresent())
                    || mappings.stream().noneMatch(mapping -> isOf(mapping, target.list().get())
                            && !namesPeriod(mapping.name()))) {
                continue;
            }
            mappings.stream().filter(mapping -> mapping.target().isEmpty()
                    && FieldNames.isWhen(Words.normal(mapping.name()))).findFirst()
                    .ifPresent(mapping -> mappings.set(mapping.column(), mapping.to(Optional.of(target))));
        }
    }

    /** Of elements that only a text tells apart, a table without that text says nothing that anybody could find again. */
    private static void dropNameless(List<ColumnMapping> mappings) {
        for (ColumnMapping mapping : List.copyOf(mappings)) {
            mapping.target().flatMap(ColumnTarget::list).filter(list -> isNameless(list, mappings))
                    .ifPresent(list -> mappings.set(mapping.column(), mapping.to(Optional.empty())));
        }
    }

    private static boolean isNameless(EReference list, List<ColumnMapping> mappings) {
        List<EStructuralFeature> names = Identity.of(list.getEReferenceType()).texts();
        return !names.isEmpty() && mappings.stream()
                .noneMatch(mapping -> isOf(mapping, list) && names.contains(mapping.target().get().feature()));
    }

    private static boolean isOf(ColumnMapping mapping, EReference list) {
        return mapping.target().flatMap(ColumnTarget::list).filter(list::equals).isPresent();
    }

    /**
     * @param header the name of a column
     * @return whether it names a month, a quarter or a day, alone or beside the name of a field
     */
    public static boolean namesPeriod(String header) {
        return PeriodText.header(header).isPresent();
    }

    /** A column that names a period holds what the rest of its name says, or else the only number there is. */
    private static Optional<ColumnTarget> ofPeriod(String header, Set<String> sample, List<ColumnTarget> targets,
            Element root) {
        Optional<PeriodText.Header> period = PeriodText.header(header);
        if (period.isEmpty()) {
            return Optional.empty();
        }
        List<ColumnTarget> fields = targets.stream().filter(target -> target.list()
                .flatMap(list -> Identity.of(list.getEReferenceType()).when())
                .filter(when -> when != target.feature()).isPresent()).toList();
        String name = Words.normal(period.get().name());
        List<ColumnTarget> meant = name.isEmpty()
                ? fields.stream().filter(target -> isNumber(target.feature())).toList()
                : fields.stream().filter(target -> score(name, target) > 0).toList();
        if (name.isEmpty()) {
            return meant.size() > 1
                    ? Optional.empty()
                    : meant.stream().filter(target -> fits(target.feature(), sample, root)).findFirst();
        }
        // Where the header says the field, cells that can't be read are refused, and the others arrive.
        return meant.stream().filter(target -> fits(target.feature(), sample, root)).findFirst()
                .or(() -> meant.stream().findFirst());
    }

    /** @return whether the header of a column of periods says which field of a list its values are of */
    static boolean namesField(String header, EClass itemClass) {
        return PeriodText.header(header).map(PeriodText.Header::name).filter(name -> !name.isEmpty())
                .filter(name -> ColumnTarget.of(itemClass).stream().filter(target -> target.list().isPresent())
                        .anyMatch(target -> score(Words.normal(name), target) > 0))
                .isPresent();
    }

    static boolean isNumber(EStructuralFeature feature) {
        Class<?> type = feature.getEType().getInstanceClass();
        return type != null && (Number.class.isAssignableFrom(type) || type == int.class || type == Money.class);
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

    private static int score(String name, Set<String> sample, ColumnTarget target, List<ColumnTarget> targets,
            Element root) {
        EStructuralFeature feature = target.feature();
        int score = score(Words.normal(name), target);
        HeaderUnit unit = HeaderUnit.of(name, feature);
        if (score == 0 && !unit.isNone()) {
            score = score(Words.normal(unit.name()), target);
        }
        if (score == 0) {
            return 0;
        }
        // A child's field is meant by its name only when the item has none of that name.
        if (target.list().isPresent() && score > SAME_ALIAS) {
            boolean isOwn = targets.stream().filter(other -> other.list().isEmpty()).anyMatch(
                    other -> score(Words.normal(name), other) > 0 || score(Words.normal(unit.name()), other) > 0);
            score = isOwn ? 0 : SAME_ALIAS - 1;
        }
        if (!fits(feature, sample, root)) {
            return 0;
        }
        // A name of the trade alone is a weak reason where no value is one of the choices.
        return score == SAME_ALIAS && feature.getEType() instanceof EEnum literals && sample.stream()
                .noneMatch(value -> Words.literal(literals, value).isPresent()) ? SAME_ALIAS - 1 : score;
    }

    /** @return whether a column is called like a field */
    static boolean isCalled(String name, ColumnTarget target) {
        return score(Words.normal(name), target) > 0;
    }

    private static int score(String wanted, ColumnTarget target) {
        if (FieldNames.isOwn(target.feature(), wanted)) {
            return SAME_NAME;
        }
        if (target.feature() == ModelPackage.Literals.SUBJECT__KEY && FieldNames.isForeign(target.feature(), wanted)) {
            // Where the class has codes, what the trade calls a code is one.
            return SAME_ALIAS;
        }
        return FieldNames.isForeign(target.feature(), wanted)
                ? FOREIGN_NAME
                : FieldNames.isAlias(target, wanted) ? SAME_ALIAS : 0;
    }

    /** @return whether values may be ones of a field */
    static boolean fits(EStructuralFeature feature, Set<String> values, Element root) {
        List<String> sample = values.stream().filter(value -> !Placeholders.isNothing(value)).toList();
        if (sample.isEmpty() || !(feature instanceof EAttribute attribute)) {
            return true;
        }
        EDataType type = attribute.getEAttributeType();
        boolean isAmount = RootCurrency.isAmount(feature, root);
        long numbers = sample.stream().filter(value -> ValueReader.isNumber(value)
                || isAmount && ValueReader.currencyBeside(value).isPresent()).count();
        boolean mostlyNumbers = numbers * 2 > sample.size();
        if (Steps.has(feature)) {
            long withNumbers = sample.stream().filter(value -> ValueReader.isNumber(StepWords.of(value).number()))
                    .count();
            return withNumbers * 2 > sample.size() || areWords(sample) || sample.stream()
                    .anyMatch(value -> StepWords.step(feature, root, StepWords.of(value).word()).isPresent());
        }
        if (type instanceof EEnum literals) {
            return !mostlyNumbers && areWords(sample)
                    || sample.stream().anyMatch(value -> Words.literal(literals, value).isPresent());
        }
        if (Number.class.isAssignableFrom(type.getInstanceClass()) || type.getInstanceClass() == int.class) {
            return mostlyNumbers;
        }
        boolean isText = type.getInstanceClass() == String.class;
        return !isText || !Presentation.isMultiline(feature) || !mostlyNumbers;
    }

    /** Few different short texts are choices, also when nobody knows the words yet. */
    private static boolean areWords(List<String> sample) {
        return sample.size() <= MOST_CHOICES
                && sample.stream()
                        .allMatch(value -> value.length() <= LONGEST_CHOICE && value.split("\\s+").length <= 3);
    }
}
