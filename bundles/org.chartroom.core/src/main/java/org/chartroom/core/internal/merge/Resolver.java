package org.chartroom.core.internal.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.chartroom.core.merge.Choice;
import org.chartroom.core.merge.Decision;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Follows decisions: tells which elements are there, and where; used once. Decisions can contradict each other, because
 * each is free. Then an element that both sides have goes where the other side has it, or brings its container back, and
 * an element that one side has is left out with its container; the decision counts as overridden.
 */
final class Resolver {
    private final Versions versions;
    private final Findings findings;
    private final Map<String, Decision> decisions;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<String> included = new LinkedHashSet<>();
    private final Set<String> overridden = new LinkedHashSet<>();
    private final Map<Place, List<String>> occupied = new TreeMap<>(
            Comparator.comparing(Place::text));

    Resolver(Versions versions, Findings findings, Map<String, Decision> decisions) {
        this.versions = versions;
        this.findings = findings;
        this.decisions = decisions;
        versions.ids().stream().filter(this::isWanted).forEach(included::add);
        leaveOut();
        for (String id : List.copyOf(included)) {
            place(id);
        }
    }

    /** @return the places of all elements that are there; no element is in itself after {@link #untie} */
    Map<String, Place> places() {
        return places;
    }

    boolean isThere(String id) {
        return included.contains(id);
    }

    Set<String> overridden() {
        return overridden;
    }

    /** @return id of the decision on whether an element that only one side has is there */
    String presence(String id) {
        return findings.presence(id);
    }

    /** @return what counts in a decision, or something else when there is no such decision */
    Choice choice(String decisionId, Choice otherwise) {
        Decision decision = decisions.get(decisionId);
        return decision == null ? otherwise : decision.choice();
    }

    /** Notes that a decision, when there is one, can't be followed. */
    void override(String decisionId) {
        if (decisions.containsKey(decisionId)) {
            overridden.add(decisionId);
        }
    }

    private boolean isWanted(String id) {
        return versions.isInBoth(id)
                || versions.only(id).filter(side -> choice(findings.presence(id), side) == side).isPresent();
    }

    private boolean isFree(Place place) {
        return place.isRoot() || included.contains(place.container());
    }

    private void leaveOut() {
        boolean isAgain = true;
        while (isAgain) {
            List<String> lost = included.stream().filter(id -> versions.only(id)
                    .filter(side -> !isFree(versions.of(side).place(id))).isPresent()).toList();
            lost.forEach(id -> override(findings.presence(id)));
            lost.forEach(included::remove);
            isAgain = !lost.isEmpty();
        }
    }

    private void place(String id) {
        Optional<Choice> only = versions.only(id);
        Choice side = only.orElseGet(() -> side(id));
        Place wanted = versions.of(side).place(id);
        Place fallback = versions.of(side.mirrored()).place(id);
        if (only.isPresent() || isFree(wanted)) {
            places.put(id, wanted);
        } else {
            findings.move(id).ifPresent(this::override);
            places.put(id, fallback);
            bringBack(fallback, side.mirrored());
        }
    }

    /** @return the side whose place counts for an element that both have */
    private Choice side(String id) {
        return findings.move(id).map(decision -> choice(decision, Choice.OURS)).orElse(Choice.OURS);
    }

    private void bringBack(Place place, Choice side) {
        String id = place.container();
        if (!isFree(place)) {
            override(findings.presence(id));
            included.add(id);
            places.put(id, versions.of(side).place(id));
            bringBack(places.get(id), side);
        }
    }

    /** @return elements that are in each other; empty when there are none */
    Set<String> cycle() {
        Set<String> free = new HashSet<>();
        for (String id : places.keySet()) {
            Set<String> path = new LinkedHashSet<>();
            String at = id;
            while (!at.isEmpty() && !free.contains(at) && path.add(at)) {
                at = places.get(at).container();
            }
            if (!at.isEmpty() && !free.contains(at)) {
                List<String> way = List.copyOf(path);
                return new LinkedHashSet<>(way.subList(way.indexOf(at), way.size()));
            }
            free.addAll(path);
        }
        return Set.of();
    }

    /** Where decisions put elements into each other all elements that both sides have go where one side has them. */
    void untie() {
        Set<String> cycle = cycle();
        if (!cycle.isEmpty()) {
            String first = cycle.stream().filter(id -> findings.move(id).isPresent()).sorted().findFirst()
                    .orElseThrow();
            Choice side = places.get(first).equals(versions.ours().place(first)) ? Choice.OURS : Choice.THEIRS;
            for (String id : List.copyOf(included)) {
                Place place = versions.of(side).place(id);
                if (versions.isInBoth(id) && !place.equals(places.get(id))) {
                    findings.move(id).ifPresent(this::override);
                    places.put(id, place);
                    bringBack(place, side);
                }
            }
        }
    }

    /** Leaves one element in each place that holds one; what is left out goes with all that only one side has in it. */
    void makeRoom() {
        findOccupied().forEach((place, rivals) -> {
            Choice side = choice(Findings.occupiedId(place), Choice.OURS);
            String stays = rivals.stream().filter(id -> place.equals(versions.of(side).place(id))).findFirst()
                    .orElse(rivals.get(0));
            for (String rival : rivals) {
                if (!rival.equals(stays)) {
                    remove(rival);
                }
            }
        });
    }

    private void remove(String id) {
        Set<String> gone = new LinkedHashSet<>(Set.of(id));
        // Containers can come after what is in them, because elements move.
        boolean isAgain = true;
        while (isAgain) {
            isAgain = gone
                    .addAll(places.entrySet().stream().filter(entry -> gone.contains(entry.getValue().container()))
                            .map(Map.Entry::getKey).toList());
        }
        for (String one : gone) {
            override(findings.presence(one));
            findings.move(one).ifPresent(this::override);
            included.remove(one);
            places.remove(one);
        }
    }

    /** @return the places that hold one element and were given several, with these */
    Map<Place, List<String>> findOccupied() {
        if (occupied.isEmpty()) {
            places.forEach((id, place) -> {
                if (!place.isRoot() && !list(place).isMany()) {
                    occupied.computeIfAbsent(place, key -> new ArrayList<>()).add(id);
                }
            });
            occupied.values().removeIf(rivals -> rivals.size() < 2);
        }
        return occupied;
    }

    private EReference list(Place place) {
        EClass owner = versions.any(place.container()).eClass();
        return (EReference) owner.getEStructuralFeature(place.list());
    }

    /** @return ids by place, as both sides have them */
    Map<Place, Set<String>> content() {
        Map<Place, Set<String>> content = new HashMap<>();
        places.forEach((id, place) -> content.computeIfAbsent(place, key -> new LinkedHashSet<>()).add(id));
        return content;
    }

    /** @return the content of a list in its order */
    List<String> ordered(String owner, EReference list, Collection<String> members) {
        return order(owner, list, versions.base().content(owner, list), versions.ours().content(owner, list),
                versions.theirs().content(owner, list), members);
    }

    <K> List<K> order(String owner, EStructuralFeature list, List<K> base, List<K> ours,
            List<K> theirs, Collection<K> members) {
        Set<K> wanted = members instanceof Set<K> set ? set : new HashSet<>(members);
        List<K> left = ours.stream().filter(wanted::contains).toList();
        List<K> right = theirs.stream().filter(wanted::contains).toList();
        Set<K> common = new HashSet<>(left);
        common.retainAll(new HashSet<>(right));
        List<K> core = switch (choice(Findings.orderId(owner, list), Choice.OURS)) {
            case OURS -> left;
            case THEIRS -> right;
            default -> ListOrder.of(base, ours, theirs).order();
        };
        return ListOrder.weave(core.stream().filter(common::contains).toList(), left, right);
    }
}
