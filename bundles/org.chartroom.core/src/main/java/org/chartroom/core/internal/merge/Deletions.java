package org.chartroom.core.internal.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.chartroom.core.merge.Choice;
import org.chartroom.core.merge.Decision;
import org.chartroom.core.merge.Decision.Kind;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What one side deleted and the other has. An element is deleted with all that is in it, in one decision; that is a
 * conflict when the other side changed, filled or referred to any of it. What such a conflict keeps needs what it refers
 * to, so that other deletions can become conflicts too.
 */
final class Deletions {
    private final Versions versions;
    private final Choice side;
    private final ModelVersion other;
    private final Map<String, String> topOf = new LinkedHashMap<>();
    private final Map<String, Map<Kind, Set<String>>> causes = new HashMap<>();

    Deletions(Versions versions, Choice side) {
        this.versions = versions;
        this.side = side;
        this.other = versions.of(side.mirrored());
        for (String id : versions.base().ids()) {
            if (!versions.of(side).has(id) && other.has(id)) {
                String above = topOf.get(versions.base().place(id).container());
                topOf.put(id, above == null ? id : above);
            }
        }
        if (!topOf.isEmpty()) {
            topOf.keySet().forEach(this::findChanged);
            other.ids().forEach(this::findUse);
            keepTargets();
        }
    }

    /** @return ids of the decisions by the ids of all elements that go with them */
    Map<String, String> decisionIds() {
        Map<String, String> ids = new HashMap<>();
        topOf.forEach((id, top) -> ids.put(id, "DELETED/" + top));
        return ids;
    }

    List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        for (String top : new TreeSet<>(topOf.values())) {
            Map<Kind, Set<String>> found = causes.getOrDefault(top, Map.of());
            Set<String> related = new TreeSet<>();
            found.values().forEach(related::addAll);
            Kind kind = List.of(Kind.DELETED_AND_CHANGED, Kind.DELETED_AND_FILLED, Kind.DELETED_AND_REFERRED_TO)
                    .stream()
                    .filter(found::containsKey).findFirst().orElse(Kind.DELETED);
            boolean isConflict = kind != Kind.DELETED;
            decisions.add(new Decision("DELETED/" + top, kind, isConflict, top, "",
                    Optional.of(versions.base().place(top).text()),
                    Optional.ofNullable(versions.ours().place(top)).map(Place::text),
                    Optional.ofNullable(versions.theirs().place(top)).map(Place::text), List.copyOf(related),
                    isConflict ? side.mirrored() : side, Optional.empty()));
        }
        return decisions;
    }

    private void note(String deleted, Kind kind, String related) {
        causes.computeIfAbsent(topOf.get(deleted), key -> new HashMap<>())
                .computeIfAbsent(kind, key -> new HashSet<>()).add(related);
    }

    private void findChanged(String id) {
        boolean isChanged = !versions.base().place(id).equals(other.place(id));
        for (EStructuralFeature feature : other.get(id).eClass().getEAllStructuralFeatures()) {
            if (Values.isField(feature)) {
                isChanged |= !Objects.equals(versions.base().value(id, feature),
                        versions.wish(side.mirrored(), id, feature));
            } else if (feature instanceof EReference content && Values.isContent(content)) {
                ListOrder<String> order = ListOrder.of(List.of(), versions.base().content(id, content),
                        other.content(id, content));
                isChanged |= order.outcome() != ListOrder.Outcome.SAME;
            }
        }
        if (isChanged) {
            note(id, Kind.DELETED_AND_CHANGED, id);
        }
    }

    /** What the other side put into something deleted, or refers to it with, wherever that is. */
    private void findUse(String id) {
        Place place = other.place(id);
        if (topOf.containsKey(place.container()) && !place.equals(versions.base().place(id))) {
            note(place.container(), Kind.DELETED_AND_FILLED, id);
        }
        for (EReference reference : other.get(id).eClass().getEAllReferences()) {
            if (Values.isField(reference)) {
                Set<String> before = new HashSet<>(targets(versions.base(), id, reference));
                for (String target : targets(other, id, reference)) {
                    if (topOf.containsKey(target) && !before.contains(target)
                            && !Objects.equals(topOf.get(target), topOf.get(id))) {
                        note(target, Kind.DELETED_AND_REFERRED_TO, id);
                    }
                }
            }
        }
    }

    private static List<String> targets(ModelVersion version, String id, EReference reference) {
        return version.targets(id, reference).stream().map(Values::id).toList();
    }

    private void keepTargets() {
        Map<String, List<String>> members = new HashMap<>();
        topOf.forEach((id, top) -> members.computeIfAbsent(top, key -> new ArrayList<>()).add(id));
        Deque<String> kept = new ArrayDeque<>(causes.keySet());
        while (!kept.isEmpty()) {
            for (String id : members.get(kept.pop())) {
                for (EReference reference : other.get(id).eClass().getEAllReferences()) {
                    if (Values.isField(reference)) {
                        targets(other, id, reference).forEach(target -> keep(target, id, kept));
                    }
                }
            }
        }
    }

    private void keep(String target, String because, Deque<String> kept) {
        String top = topOf.get(target);
        if (top != null && !top.equals(topOf.get(because))) {
            boolean isKept = causes.containsKey(top);
            note(target, Kind.DELETED_AND_REFERRED_TO, because);
            if (!isKept) {
                kept.push(top);
            }
        }
    }
}
