package org.chartroom.core.internal.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.chartroom.core.merge.Choice;
import org.chartroom.core.merge.Decision;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EObject;

/** Keys of items that are in one container: finds those that two items would have, and tells them apart. */
final class Keys {
    private final Versions versions;

    Keys(Versions versions) {
        this.versions = versions;
    }

    /** Where a conflict is open both values count, so that the same is found whichever side is ours. */
    void find(Findings findings, Collection<String> elements) {
        Map<List<String>, Set<String>> byKey = new LinkedHashMap<>();
        for (String id : elements) {
            if (versions.any(id) instanceof Item) {
                Optional<Decision> move = findings.move(id).map(findings.decisions()::get);
                Optional<Decision> value = Optional.ofNullable(findings.decisions().get(
                        Findings.valueId(id, ModelPackage.Literals.SUBJECT__KEY)));
                for (String container : possible(id, move, version -> version.place(id).container())) {
                    for (String key : possible(id, value, version -> key(version, id))) {
                        byKey.computeIfAbsent(List.of(container, key), pair -> new LinkedHashSet<>()).add(id);
                    }
                }
            }
        }
        byKey.forEach((pair, ids) -> {
            List<String> items = ids.stream().sorted().toList();
            for (int i = 1; i < items.size(); i++) {
                if (!isSame(versions.ours(), pair, items.get(0), items.get(i))
                        && !isSame(versions.theirs(), pair, items.get(0), items.get(i))) {
                    add(findings, pair, items.get(0), items.get(i));
                }
            }
        });
    }

    private Set<String> possible(String id, Optional<Decision> decision, Function<ModelVersion, String> value) {
        Set<String> values = new LinkedHashSet<>();
        for (Choice side : List.of(Choice.OURS, Choice.THEIRS)) {
            if (versions.of(side).has(id)
                    && decision.filter(one -> !one.isConflict() && one.choice() != side).isEmpty()) {
                Optional.ofNullable(value.apply(versions.of(side))).ifPresent(values::add);
            }
        }
        return values;
    }

    private static String key(ModelVersion version, String id) {
        return version.get(id) instanceof Item item ? item.getKey() : null;
    }

    /** @return whether both items have the key in the container in one version, so that it was so before */
    private static boolean isSame(ModelVersion version, List<String> pair, String one, String other) {
        return isIn(version, pair, one) && isIn(version, pair, other);
    }

    private static boolean isIn(ModelVersion version, List<String> pair, String id) {
        return version.has(id) && pair.equals(List.of(version.place(id).container(),
                Optional.ofNullable(key(version, id)).orElse("")));
    }

    private void add(Findings findings, List<String> pair, String one, String other) {
        Choice left = giver(pair, one);
        Choice right = giver(pair, other);
        boolean isLeftOurs = left == right ? left != Choice.THEIRS : left == Choice.OURS || right == Choice.THEIRS;
        findings.addKey(pair.get(1), isLeftOurs ? one : other, isLeftOurs ? other : one);
    }

    /** @return the side that gave an item the key, or put it where it is */
    private Choice giver(List<String> pair, String id) {
        boolean isKeyOfOurs = pair.get(1).equals(key(versions.ours(), id));
        boolean isKeyOfTheirs = pair.get(1).equals(key(versions.theirs(), id));
        if (isKeyOfOurs && isKeyOfTheirs) {
            isKeyOfOurs = isIn(versions.ours(), pair, id);
            isKeyOfTheirs = isIn(versions.theirs(), pair, id);
        }
        if (isKeyOfOurs == isKeyOfTheirs) {
            return Choice.BOTH;
        }
        return isKeyOfOurs ? Choice.OURS : Choice.THEIRS;
    }

    /** Gives one of two items another key when the decision says so and they have the same. */
    void separate(Decision decision, Map<String, Element> elements) {
        if (decision.kind() == Decision.Kind.KEY && decision.choice() != Choice.BOTH
                && elements.get(decision.elementId()) instanceof Item ours
                && elements.get(decision.related().get(0)) instanceof Item theirs
                && ours.eContainer() == theirs.eContainer() && ours.getKey() != null
                && ours.getKey().equals(theirs.getKey())) {
            Item other = decision.choice() == Choice.OURS ? theirs : ours;
            other.setKey(freeKey(other));
        }
    }

    /** @return the key with the same beginning after the highest that an item in the same container has in any version */
    private String freeKey(Item item) {
        String key = item.getKey();
        String start = key.matches(".*-\\d+") ? key.substring(0, key.lastIndexOf('-') + 1) : key + "-";
        List<EObject> siblings = new ArrayList<>(item.eContainer().eContents());
        String container = Values.id(item.eContainer());
        for (ModelVersion version : List.of(versions.base(), versions.ours(), versions.theirs())) {
            if (version.has(container)) {
                siblings.addAll(version.get(container).eContents());
            }
        }
        int highest = 0;
        for (EObject sibling : siblings) {
            String other = sibling instanceof Item keyed && keyed.getKey() != null ? keyed.getKey() : "";
            if (other.startsWith(start) && other.substring(start.length()).matches("\\d{1,9}")) {
                highest = Math.max(highest, Integer.parseInt(other.substring(start.length())));
            }
        }
        return String.format(Locale.ROOT, "%s%03d", start, highest + 1);
    }
}
