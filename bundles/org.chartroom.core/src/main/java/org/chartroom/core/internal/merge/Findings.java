package org.chartroom.core.internal.merge;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.chartroom.core.merge.Choice;
import org.chartroom.core.merge.Decision;
import org.chartroom.core.merge.Decision.Kind;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The decisions of a merge by their ids, and which of them an element goes with. */
final class Findings {
    private final Versions versions;
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final Map<String, String> comingAndGoing = new HashMap<>();
    private final Map<String, String> moves = new HashMap<>();

    Findings(Versions versions) {
        this.versions = versions;
        for (Choice side : List.of(Choice.OURS, Choice.THEIRS)) {
            findAdded(side);
        }
        for (Choice side : List.of(Choice.OURS, Choice.THEIRS)) {
            Deletions deletions = new Deletions(versions, side);
            deletions.decisions().forEach(this::put);
            comingAndGoing.putAll(deletions.decisionIds());
        }
        for (String id : versions.ids()) {
            if (versions.isInBoth(id)) {
                findMoved(id);
                findChanged(id);
            }
        }
    }

    Map<String, Decision> decisions() {
        return decisions;
    }

    /** @return id of the decision on whether an element that only one side has is there */
    String presence(String elementId) {
        return comingAndGoing.get(elementId);
    }

    /** @return id of the decision on where an element is; empty when there is none */
    Optional<String> move(String elementId) {
        return Optional.ofNullable(moves.get(elementId));
    }

    static String valueId(String elementId, EStructuralFeature feature) {
        return "VALUE/" + elementId + "/" + feature.getName();
    }

    static String entryId(String elementId, EStructuralFeature feature, Object entry) {
        return "ENTRY/" + elementId + "/" + feature.getName() + "/" + Values.entry(feature, entry);
    }

    static String orderId(String elementId, EStructuralFeature feature) {
        return "ORDER/" + elementId + "/" + feature.getName();
    }

    static String occupiedId(Place place) {
        return "OCCUPIED/" + place.text();
    }

    private void put(Decision decision) {
        decisions.put(decision.id(), decision);
    }

    private static Optional<String> text(Place place) {
        return Optional.ofNullable(place).map(Place::text);
    }

    /** What is in an added element was added with it, unless it was elsewhere before. */
    private void findAdded(Choice side) {
        ModelVersion version = versions.of(side);
        for (String id : version.ids()) {
            if (!versions.base().has(id) && !versions.isInBoth(id)) {
                Place place = version.place(id);
                String above = comingAndGoing.get(place.container());
                if (above == null) {
                    above = "ADDED/" + id;
                    put(new Decision(above, Kind.ADDED, false, id, "", Optional.empty(),
                            text(versions.ours().place(id)), text(versions.theirs().place(id)), List.of(), side,
                            Optional.empty()));
                }
                comingAndGoing.put(id, above);
            }
        }
    }

    private void findMoved(String id) {
        Place before = versions.base().place(id);
        Place ours = versions.ours().place(id);
        Place theirs = versions.theirs().place(id);
        if (!ours.equals(theirs)) {
            moves.put(id, "MOVED/" + id);
            put(decision("MOVED/" + id, Kind.MOVED, id, "", before, ours, theirs, text(before), text(ours),
                    text(theirs)));
        }
    }

    /** @return the decision between two values of which at least one differs from that of the base */
    private static Decision decision(String decisionId, Kind kind, String id, String feature, Object before,
            Object ours,
            Object theirs, Optional<String> beforeText, Optional<String> oursText, Optional<String> theirsText) {
        boolean isOurs = Objects.equals(before, theirs);
        boolean isTheirs = Objects.equals(before, ours);
        return new Decision(decisionId, kind, !isOurs && !isTheirs, id, feature, beforeText, oursText, theirsText,
                List.of(), isTheirs ? Choice.THEIRS : Choice.OURS, Optional.empty());
    }

    private void findChanged(String id) {
        EClass eClass = versions.ours().get(id).eClass();
        for (EStructuralFeature feature : eClass.getEAllStructuralFeatures()) {
            if (Values.isField(feature)) {
                Object ours = versions.wish(Choice.OURS, id, feature);
                Object theirs = versions.wish(Choice.THEIRS, id, feature);
                if (!Objects.equals(ours, theirs)) {
                    if (Values.isMergedByEntry(feature)) {
                        findEntries(id, feature, (List<?>) ours, (List<?>) theirs);
                    } else {
                        findValue(id, feature, ours, theirs);
                    }
                }
            } else if (feature instanceof EReference content && Values.isContent(content) && content.isMany()) {
                findOrder(id, content, versions.base().content(id, content), versions.ours().content(id, content),
                        versions.theirs().content(id, content));
            }
        }
    }

    private void findValue(String id, EStructuralFeature feature, Object ours, Object theirs) {
        Object before = versions.base().has(id) ? versions.base().value(id, feature) : unset(feature);
        put(decision(valueId(id, feature), Kind.VALUE, id, feature.getName(), before, ours, theirs,
                Values.text(feature, before), Values.text(feature, ours), Values.text(feature, theirs)));
    }

    /** @return what a field holds in an element that was just created */
    private static Object unset(EStructuralFeature feature) {
        return feature.isMany() ? List.of() : feature.getDefaultValue();
    }

    private void findEntries(String id, EStructuralFeature feature, List<?> ours, List<?> theirs) {
        List<?> before = versions.base().has(id) ? (List<?>) versions.base().value(id, feature) : List.of();
        for (Object entry : union(ours, theirs)) {
            boolean isOurs = ours.contains(entry);
            if (isOurs != theirs.contains(entry)) {
                boolean isThere = before.contains(entry);
                Optional<String> text = Optional.of(Values.entry(feature, entry));
                Optional<String> none = Optional.empty();
                put(new Decision(entryId(id, feature, entry), isThere ? Kind.ENTRY_REMOVED : Kind.ENTRY_ADDED, false,
                        id, feature.getName(), isThere ? text : none, isOurs ? text : none, isOurs ? none : text,
                        List.of(), isOurs == isThere ? Choice.THEIRS : Choice.OURS, Optional.empty()));
            }
        }
        findOrder(id, feature, before, versions.ours().value(id, feature), versions.theirs().value(id, feature));
    }

    private static Collection<?> union(List<?> ours, List<?> theirs) {
        Set<Object> union = new LinkedHashSet<>(ours);
        union.addAll(theirs);
        return union;
    }

    @SuppressWarnings("unchecked")
    private void findOrder(String id, EStructuralFeature feature, Object before, Object ours, Object theirs) {
        List<Object> old = (List<Object>) before;
        List<Object> left = (List<Object>) ours;
        List<Object> right = (List<Object>) theirs;
        ListOrder<Object> merged = ListOrder.of(old, left, right);
        if (merged.outcome() != ListOrder.Outcome.SAME) {
            put(new Decision(orderId(id, feature), Kind.ORDER, merged.outcome() == ListOrder.Outcome.CONFLICT, id,
                    feature.getName(), Values.text(feature, old), Values.text(feature, left),
                    Values.text(feature, right), List.of(), switch (merged.outcome()) {
                        case THEIRS -> Choice.THEIRS;
                        case BOTH -> Choice.BOTH;
                        default -> Choice.OURS;
                    }, Optional.empty()));
        }
    }

    /**
     * Makes one decision of the moves of elements that could be in each other.
     *
     * @return whether that was more than one decision before
     */
    boolean addNested(Set<String> group) {
        Set<String> moved = new TreeSet<>();
        Set<String> replaced = new TreeSet<>();
        for (String id : group) {
            move(id).ifPresent(replaced::add);
        }
        boolean isNew = replaced.size() > 1
                || replaced.stream().anyMatch(id -> decisions.get(id).kind() == Kind.MOVED);
        moves.forEach((element, decision) -> {
            if (replaced.contains(decision)) {
                moved.add(element);
            }
        });
        if (isNew) {
            replaced.forEach(decisions::remove);
            String first = moved.iterator().next();
            String id = "NESTED/" + first;
            moved.forEach(element -> moves.put(element, id));
            put(new Decision(id, Kind.NESTED, true, first, "", text(versions.base().place(first)),
                    text(versions.ours().place(first)), text(versions.theirs().place(first)),
                    moved.stream().skip(1).toList(), Choice.OURS, Optional.empty()));
        }
        return isNew;
    }

    /** Two elements for a place that holds one. */
    void addOccupied(Place place, String ours, String theirs, Optional<String> before) {
        put(new Decision(occupiedId(place), Kind.OCCUPIED, true, place.container(), place.list(), before,
                Optional.of(ours), Optional.of(theirs), List.of(), Choice.OURS, Optional.empty()));
    }

    /** Two items with one key, the first given by ours, the second by theirs. */
    void addKey(String key, String ours, String theirs) {
        String both = ours.compareTo(theirs) < 0 ? ours + "/" + theirs : theirs + "/" + ours;
        put(new Decision("KEY/" + both, Kind.KEY, true, ours, "key", Optional.empty(), Optional.of(key),
                Optional.of(key), List.of(theirs), Choice.OURS, Optional.empty()));
    }
}
