package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.value.Names;
import org.chartroom.core.value.Steps;
import org.chartroom.core.value.ValueRange;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/**
 * What a model file may not bring, because no other way into a workspace lets it in: artifacts without a key or with a key
 * that another one has, numbers outside of the range of their field, and scales that are none. Each is said as the reason of
 * a refusal. What a workspace can hold comes in, whatever its checks find: items of one artifact that have the same key,
 * because two people gave it at once, and steps above a scale that was made shorter. These are said.
 */
final class ModelFaults {
    private static final int MOST_NAMED = 5;

    private final Map<String, String> others = new HashMap<>();
    private final List<Artifact> artifacts;

    /** @param artifacts the artifacts of the file, which are judged together: they may swap their keys */
    ModelFaults(List<Artifact> artifacts) {
        this.artifacts = artifacts;
    }

    /**
     * Tells of an artifact that the workspace has and the file has not.
     *
     * @param key its key; null for none
     * @param title its title
     */
    void addOther(String key, String title) {
        if (key != null) {
            others.put(Names.folded(key), title);
        }
    }

    /**
     * @param artifact an artifact of the file
     * @return why it can't come in; empty when it can
     */
    Optional<String> of(Artifact artifact) {
        return key(artifact).or(() -> itemKeys(artifact)).or(() -> values(artifact)).or(() -> scales(artifact));
    }

    private Optional<String> key(Artifact artifact) {
        if (artifact.getKey() == null || artifact.getKey().isBlank()) {
            return Optional.of(Messages.modelNoKey);
        }
        String key = Names.folded(artifact.getKey());
        return Optional.ofNullable(others.get(key))
                .or(() -> artifacts.stream().takeWhile(one -> one != artifact)
                        .filter(one -> one.getKey() != null && Names.folded(one.getKey()).equals(key))
                        .map(one -> String.valueOf(one.getTitle())).findFirst())
                .map(title -> Messages.bind(Messages.modelKey, artifact.getKey(), title));
    }

    private static Optional<String> itemKeys(Artifact artifact) {
        return items(artifact).stream().filter(item -> item.getKey().isBlank()).findFirst()
                .map(item -> Messages.bind(Messages.modelItemNoKey, ValueTexts.name(item)));
    }

    private static List<Item> items(Artifact artifact) {
        return artifact.eContents().stream().filter(Item.class::isInstance).map(Item.class::cast)
                .filter(item -> item.getKey() != null).toList();
    }

    /**
     * @param artifact an artifact of the file that comes in
     * @return what is wrong in it and comes in all the same, one sentence each
     */
    static List<String> notes(Artifact artifact) {
        List<String> notes = new ArrayList<>();
        Map<String, List<String>> keys = items(artifact).stream().map(Item::getKey)
                .collect(Collectors.groupingBy(Names::folded, LinkedHashMap::new, Collectors.toList()));
        note(notes, Messages.modelItemKeys, artifact,
                keys.values().stream().filter(same -> same.size() > 1).map(same -> same.get(0)).toList());
        List<String> steps = new ArrayList<>();
        artifact.eAllContents().forEachRemaining(one -> one.eClass().getEAllAttributes().stream()
                .filter(field -> !field.isDerived() && !field.isMany() && one.eIsSet(field))
                .filter(field -> isStep(field, one.eGet(field), artifact) && ValueRange
                        .problem(field, one.eGet(field), artifact, ValueTexts.current()).isPresent())
                .forEach(field -> steps.add(ValueTexts.name((Element) one) + " ("
                        + Presentation.detail(field, "longLabel").orElse(Presentation.label(field)) + " "
                        + one.eGet(field) + ")")));
        note(notes, Messages.modelOffScale, artifact, steps);
        return notes;
    }

    private static void note(List<String> notes, String message, Artifact artifact, List<String> all) {
        if (!all.isEmpty()) {
            String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            notes.add(Messages.bind(message, artifact.getKey(), all.size() > MOST_NAMED
                    ? Messages.bind(Messages.modelFurther, named, all.size() - MOST_NAMED)
                    : named));
        }
    }

    /** A scale of the artifact that was longer may have had the step. */
    private static boolean isStep(EAttribute field, Object value, EObject root) {
        return Steps.has(field) && Steps.scale(field, root).isPresent() && value instanceof Integer step && step >= 1
                && step <= Steps.MOST;
    }

    /**
     * @param root an artifact, or an element of the directory
     * @return the first number in it that is outside of the range of its field, and why; empty when there is none
     */
    static Optional<String> values(Element root) {
        List<Element> all = new ArrayList<>(List.of(root));
        root.eAllContents().forEachRemaining(one -> all.add((Element) one));
        for (Element element : all) {
            for (EAttribute field : element.eClass().getEAllAttributes()) {
                if (field.isDerived() || field.isMany() || !element.eIsSet(field)
                        || isStep(field, element.eGet(field), root)) {
                    continue;
                }
                Optional<String> problem = ValueRange.problem(field, element.eGet(field), root,
                        ValueTexts.current());
                if (problem.isPresent()) {
                    return Optional
                            .of(Messages.bind(Messages.modelValue, ValueTexts.name(element), problem.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** A scale that is not numbered from 1 up would leave what is rated on it without words and without a level. */
    private static Optional<String> scales(Artifact artifact) {
        Set<EReference> seen = new HashSet<>();
        for (EReference list : artifact.eClass().getEAllContainments()) {
            for (EAttribute field : list.getEReferenceType().getEAllAttributes()) {
                Optional<EReference> scale = Steps.scale(field, artifact).filter(seen::add);
                List<?> levels = scale.map(one -> (List<?>) artifact.eGet(one)).orElse(List.of());
                if (!levels.isEmpty() && !Steps.isWhole(levels)) {
                    return Optional.of(Messages.bind(Messages.modelScale,
                            new Object[]{Presentation.label(scale.get()), Steps.FEWEST, Steps.MOST}));
                }
            }
        }
        return Optional.empty();
    }
}
