package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Steps;
import org.chartroom.core.value.Words;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportPlan.Edit;
import org.chartroom.exchange.importing.Scale.Kind;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * The scales of the rated fields of an import. An artifact that has the usual scale, and nothing rated on it yet, takes the
 * scale of the file, with its words, rather than have it squeezed into the usual steps.
 */
final class OwnScales {
    /** Lists that are derived from a scale, and are emptied when it is replaced. */
    private static final String RESETS = "resets";

    /** What the root is called where a sentence begins. */
    private final String name;
    private final EObject scales;
    private final List<ColumnMapping> mappings = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param mappings what to do with the columns; their scales are judged
     * @param root what it is imported into; not changed
     * @param options whether the scales of the root stay as they are, and whether the import makes it
     */
    OwnScales(CsvTable table, List<ColumnMapping> mappings, Element root, ImportOptions options) {
        this.name = options.isNew()
                ? Messages.bind(Messages.newArtifactFirst, Presentation.label(root.eClass()))
                : Shown.name(root, false);
        Map<EReference, List<ColumnMapping>> rated = new LinkedHashMap<>();
        for (ColumnMapping mapping : mappings) {
            scale(mapping, root)
                    .ifPresent(scale -> rated.computeIfAbsent(scale, one -> new ArrayList<>()).add(mapping));
        }
        Set<EReference> taken = new HashSet<>();
        EObject own = null;
        for (Map.Entry<EReference, List<ColumnMapping>> entry : rated.entrySet()) {
            EReference scale = entry.getKey();
            Map<Integer, String> words = words(table, entry.getValue());
            Optional<Integer> steps = options.keepScale()
                    || !isFree(root, scale, feature(entry.getValue().get(0)).orElseThrow())
                            ? Optional.empty()
                            : steps(entry.getValue()).filter(count -> isOther(entry.getValue(), count, words));
            if (steps.isPresent()) {
                own = own == null ? copy(root, rated.keySet()) : own;
                List<EObject> levels = levels(scale, steps.get(), words);
                own.eSet(scale, EcoreUtil.copyAll(levels));
                taken.add(scale);
                take(root, scale, levels, words);
            }
        }
        this.scales = own == null ? root : own;
        for (ColumnMapping mapping : mappings) {
            boolean isTaken = scale(mapping, root).filter(taken::contains).isPresent();
            this.mappings.add(isTaken ? mapping.with(Scale.STEPS) : mapping);
        }
    }

    /** @return what has the scales that the values are read by */
    EObject scales() {
        return scales;
    }

    List<ColumnMapping> mappings() {
        return mappings;
    }

    /** @return what gives the root the scales of the file */
    List<Edit> edits() {
        return edits;
    }

    List<String> notes() {
        return notes;
    }

    private void take(Element root, EReference scale, List<EObject> levels, Map<Integer, String> words) {
        edits.add(new Edit(root, scale, List.copyOf(levels)));
        reset(root, scale, edits);
        notes.add(Messages.bind(words.isEmpty() ? Messages.scaleAdopted : Messages.scaleAdoptedWords,
                new Object[]{name, Presentation.label(scale), levels.size(),
                        String.join(", ", words.values())}));
    }

    private static Optional<EStructuralFeature> feature(ColumnMapping mapping) {
        return mapping.target().map(ColumnTarget::feature).filter(Steps::has);
    }

    private static Optional<EReference> scale(ColumnMapping mapping, Element root) {
        return feature(mapping).flatMap(feature -> Steps.scale(feature, root));
    }

    /**
     * @param root what is imported into
     * @param scale the list that a table goes into
     * @param steps how many rows the table has
     * @return whether the list is the usual scale with another number of steps, and nothing is rated on it yet; then the
     *         table takes its place, because steps that the table lacks would stay otherwise
     */
    static boolean isReplaced(Element root, EReference scale, int steps) {
        return steps >= Steps.FEWEST && steps <= Steps.MOST && rated(root.eClass(), scale)
                .filter(field -> steps != Steps.count(field, root) && isFree(root, scale, field)).isPresent();
    }

    /**
     * @param root what is imported into; not changed
     * @param scale the list that is replaced
     * @param levels what it becomes
     * @return what gives the root that scale
     */
    static List<Edit> replacing(Element root, EReference scale, List<? extends EObject> levels) {
        List<Edit> edits = new ArrayList<>(List.of(new Edit(root, scale, List.copyOf(levels))));
        reset(root, scale, edits);
        return edits;
    }

    /** @return the first field that is rated on a scale; empty when the list is none */
    static Optional<EStructuralFeature> rated(EClass rootClass, EReference scale) {
        return rootClass.getEAllContainments().stream().flatMap(list -> list.getEReferenceType()
                .getEAllStructuralFeatures().stream())
                .filter(field -> Presentation.detail(field, "scale").filter(scale.getName()::equals).isPresent())
                .findFirst();
    }

    private static void reset(Element root, EReference scale, List<Edit> edits) {
        Presentation.detail(scale, RESETS).map(root.eClass()::getEStructuralFeature).filter(root::eIsSet)
                .filter(list -> edits.stream().noneMatch(edit -> edit.feature() == list))
                .ifPresent(list -> edits.add(new Edit(root, list, List.of())));
    }

    /** Whether the root has the usual scale, and nothing in it is rated. */
    private static boolean isFree(Element root, EReference scale, EStructuralFeature feature) {
        List<?> there = (List<?>) root.eGet(scale);
        boolean isUsual = there.isEmpty() || Steps.count(feature, root) == Steps.count(feature, null)
                && Steps.labels(feature, root).entrySet().stream().allMatch(
                        label -> Steps.step(feature, null, label.getValue()).equals(Optional.of(label.getKey())));
        return isUsual && root.eContents().stream().noneMatch(item -> item.eClass().getEAllAttributes().stream()
                .anyMatch(one -> Steps.scale(one, root).filter(scale::equals).isPresent() && item.eIsSet(one)));
    }

    /** How many steps the file has; empty when its values are spread on something else, or its columns disagree. */
    private static Optional<Integer> steps(List<ColumnMapping> rated) {
        List<Optional<Integer>> counts = rated.stream()
                .map(mapping -> steps(mapping.scale(), feature(mapping).orElseThrow())).distinct().toList();
        return counts.size() == 1 ? counts.get(0) : Optional.empty();
    }

    private static Optional<Integer> steps(Scale scale, EStructuralFeature feature) {
        if (scale.kind() == Kind.STEPS) {
            return Optional.of(Steps.count(feature, null));
        }
        boolean isWhole = scale.kind() == Kind.RANGE && scale.low().compareTo(BigDecimal.ONE) == 0
                && scale.high().stripTrailingZeros().scale() <= 0
                && scale.high().compareTo(BigDecimal.valueOf(Steps.FEWEST)) >= 0
                && scale.high().compareTo(BigDecimal.valueOf(Steps.MOST)) <= 0;
        return isWhole ? Optional.of(scale.high().intValueExact()) : Optional.empty();
    }

    /** Whether the file's scale is another than the usual one. A usual word of another step is a contradiction, no scale. */
    private static boolean isOther(List<ColumnMapping> rated, int steps, Map<Integer, String> words) {
        EStructuralFeature feature = feature(rated.get(0)).orElseThrow();
        if (words.keySet().stream().anyMatch(step -> step > steps)) {
            return false;
        }
        if (steps != Steps.count(feature, null)) {
            return true;
        }
        boolean isContradiction = words.entrySet().stream().anyMatch(word -> usual(feature, word.getValue())
                .filter(step -> !step.equals(word.getKey())).isPresent());
        return !isContradiction && words.values().stream().anyMatch(word -> usual(feature, word).isEmpty());
    }

    private static Optional<Integer> usual(EStructuralFeature feature, String word) {
        return StepWords.step(feature, null, word);
    }

    /** @return the words beside numbers, like "4 - Likely"; none when a number has two words, or a word two numbers */
    private static Map<Integer, String> words(CsvTable table, List<ColumnMapping> rated) {
        Map<Integer, String> words = new TreeMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (ColumnMapping mapping : rated) {
            for (String cell : table.rows().stream().map(row -> row.values()[mapping.column()])
                    .filter(value -> !mapping.values().containsKey(value.strip())).distinct().toList()) {
                StepWords parts = StepWords.of(cell);
                if (parts.word().isEmpty() || !parts.number().matches("\\d{1,2}")) {
                    continue;
                }
                Integer number = Integer.valueOf(parts.number());
                String before = words.putIfAbsent(number, parts.word());
                Integer other = numbers.putIfAbsent(Words.normal(parts.word()), number);
                if (before != null && !Words.normal(before).equals(Words.normal(parts.word()))
                        || other != null && !other.equals(number)) {
                    return Map.of();
                }
            }
        }
        return words;
    }

    private static List<EObject> levels(EReference scale, int steps, Map<Integer, String> words) {
        List<EObject> levels = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            levels.add(Steps.create(scale.getEReferenceType(), step, words.get(step)));
        }
        return levels;
    }

    /** Something of the class of the root that has nothing but its scales. */
    private static EObject copy(Element root, Iterable<EReference> scales) {
        EObject copy = EcoreUtil.create(root.eClass());
        for (EReference scale : scales) {
            copy.eSet(scale, EcoreUtil.copyAll((List<?>) root.eGet(scale)));
        }
        return copy;
    }
}
