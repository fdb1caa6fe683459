package org.chartroom.core.internal.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.merge.Choice;
import org.chartroom.core.merge.Decision;

/**
 * Finds elements that could be in each other, because ours moved one and theirs moved another. Where a conflict is open
 * both places count, so that the same is found whichever side is ours.
 */
final class Nesting {
    private final Versions versions;
    private final Findings findings;
    private final Map<String, Set<String>> containers = new HashMap<>();
    private final Set<String> tied;

    /** @param elements ids of the elements that are there when what is proposed is done */
    Nesting(Versions versions, Findings findings, Collection<String> elements) {
        this.versions = versions;
        this.findings = findings;
        elements.forEach(id -> containers.put(id, containersOf(id)));
        this.tied = new LinkedHashSet<>(elements);
        boolean isAgain = true;
        while (isAgain) {
            isAgain = tied.removeIf(id -> containers.get(id).stream().noneMatch(tied::contains));
            Set<String> above = new HashSet<>();
            tied.forEach(id -> above.addAll(containers.get(id)));
            isAgain |= tied.retainAll(above);
        }
    }

    private Set<String> containersOf(String id) {
        Optional<Decision> move = findings.move(id).map(findings.decisions()::get);
        Set<String> ids = new HashSet<>();
        for (Choice side : List.of(Choice.OURS, Choice.THEIRS)) {
            if (versions.of(side).has(id) && move.filter(one -> !one.isConflict() && one.choice() != side).isEmpty()) {
                ids.add(versions.of(side).place(id).container());
            }
        }
        return ids;
    }

    /** @return ids of elements that could be in each other, together where they depend on each other */
    List<Set<String>> groups() {
        Map<String, Set<String>> near = new HashMap<>();
        for (String id : tied) {
            for (String container : containers.get(id)) {
                if (tied.contains(container)) {
                    near.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(container);
                    near.computeIfAbsent(container, key -> new LinkedHashSet<>()).add(id);
                }
            }
        }
        List<Set<String>> groups = new ArrayList<>();
        Set<String> rest = new LinkedHashSet<>(tied);
        while (!rest.isEmpty()) {
            Set<String> group = new LinkedHashSet<>();
            Deque<String> open = new ArrayDeque<>(List.of(rest.iterator().next()));
            while (!open.isEmpty()) {
                String id = open.pop();
                if (group.add(id)) {
                    near.get(id).forEach(open::push);
                }
            }
            rest.removeAll(group);
            groups.add(group);
        }
        return groups;
    }
}
