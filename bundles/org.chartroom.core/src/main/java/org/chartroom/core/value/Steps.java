package org.chartroom.core.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Fields whose values are the steps of a scale, numbered from 1 in rising order. The presentation of the field names its
 * scale, a list of the artifact (detail "scale"), the usual names of its steps ("steps") and how many there usually are
 * ("max"). An artifact may have {@value #FEWEST} to {@value #MOST} steps with words of its own.
 */
public final class Steps {
    /** How many steps a scale has at least. */
    public static final int FEWEST = 3;
    /** How many steps a scale has at most. */
    public static final int MOST = 10;
    /** Field of a step that says which one it is. */
    private static final String VALUE = "value";
    private static final String LABEL = "label";

    private Steps() {
    }

    /**
     * @param feature a field
     * @return whether it has a scale of steps
     */
    public static boolean has(EStructuralFeature feature) {
        return Presentation.detail(feature, "scale").isPresent() || Presentation.detail(feature, "steps").isPresent();
    }

    /**
     * @param feature a field with a scale
     * @param root the artifact whose scale counts; null for the usual one
     * @return the list of the artifact that is the scale; empty when it has none
     */
    public static Optional<EReference> scale(EStructuralFeature feature, EObject root) {
        return root == null
                ? Optional.empty()
                : Presentation.detail(feature, "scale").map(root.eClass()::getEStructuralFeature)
                        .filter(list -> list.isMany() && list instanceof EReference).map(EReference.class::cast);
    }

    /**
     * @param feature a field with a scale
     * @param root the artifact whose scale counts; null for the usual one
     * @return how many steps there are: those of the artifact where they are a whole scale, or else the usual number; 0
     *         when nothing says how many
     */
    public static int count(EStructuralFeature feature, EObject root) {
        List<?> levels = levels(feature, root);
        return isWhole(levels)
                ? levels.size()
                : Presentation.detail(feature, "max").map(Integer::valueOf).orElse(0);
    }

    /**
     * @param levels steps of a scale, in any order
     * @return whether they are numbered from 1 to as many as there are, and are neither too few nor too many
     */
    public static boolean isWhole(List<?> levels) {
        return isWhole(levels, level -> {
            Integer value = value((EObject) level);
            return value == null ? 0 : value;
        });
    }

    /**
     * @param levels steps of a scale, in any order
     * @param value says which step one is, from 1; asked for each value that is computed from the scale
     * @param <T> class of the steps
     * @return whether they are numbered from 1 to as many as there are, and are neither too few nor too many
     */
    public static <T> boolean isWhole(List<T> levels, ToIntFunction<? super T> value) {
        if (levels.size() < FEWEST || levels.size() > MOST) {
            return false;
        }
        int seen = 0;
        for (T level : levels) {
            int step = value.applyAsInt(level);
            if (step < 1 || step > levels.size()) {
                return false;
            }
            seen |= 1 << step;
        }
        return Integer.bitCount(seen) == levels.size();
    }

    /**
     * @param feature a field with a scale
     * @param root the artifact whose scale counts; null for the usual one
     * @return what the artifact calls its steps, by their numbers; only those it has a word for
     */
    public static Map<Integer, String> labels(EStructuralFeature feature, EObject root) {
        Map<Integer, String> labels = new TreeMap<>();
        for (Object level : levels(feature, root)) {
            Integer value = value((EObject) level);
            Object label = get((EObject) level, LABEL);
            if (value != null && label != null && !label.toString().isBlank()) {
                labels.putIfAbsent(value, label.toString());
            }
        }
        return labels;
    }

    /**
     * @param feature a field with a scale
     * @param root the artifact whose words of the scale count; null for the usual ones
     * @param text a word
     * @return the step whose word in the artifact or, on a scale of the usual length, whose usual name is the text; empty
     *         when there is none
     */
    public static Optional<Integer> step(EStructuralFeature feature, EObject root, String text) {
        String wanted = Words.normal(text);
        Optional<Integer> own = labels(feature, root).entrySet().stream()
                .filter(label -> Words.normal(label.getValue()).equals(wanted)).map(Map.Entry::getKey).findFirst();
        if (own.isPresent()) {
            return own;
        }
        String[] steps = Presentation.detail(feature, "steps").map(list -> list.split("\\|")).orElse(new String[0]);
        if (root != null && steps.length != count(feature, root)) {
            return Optional.empty();
        }
        for (int i = 0; i < steps.length; i++) {
            if (Arrays.stream(steps[i].split(",")).map(Words::normal).anyMatch(wanted::equals)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /**
     * Makes a step of a scale.
     *
     * @param type class of the steps
     * @param value which step it is, from 1
     * @param label what it is called; null for nothing
     * @return the step, with a fresh id, in no scale yet
     */
    public static EObject create(EClass type, int value, String label) {
        EObject level = EcoreUtil.create(type);
        ((Element) level).setId(UUID.randomUUID().toString());
        level.eSet(type.getEStructuralFeature(VALUE), value);
        level.eSet(type.getEStructuralFeature(LABEL), label);
        return level;
    }

    private static List<?> levels(EStructuralFeature feature, EObject root) {
        return scale(feature, root).<List<?>>map(list -> (List<?>) root.eGet(list)).orElse(List.of());
    }

    private static Integer value(EObject level) {
        return get(level, VALUE) instanceof Integer value ? value : null;
    }

    private static Object get(EObject level, String name) {
        EStructuralFeature feature = level.eClass().getEStructuralFeature(name);
        return feature == null ? null : level.eGet(feature);
    }
}
