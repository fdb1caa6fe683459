package org.chartroom.core.internal.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Orders of one list in three versions. Only what is in ours and theirs has an order that can be merged. Two entries come
 * in the order of the side that turned them around; that is a conflict where no order of all of them does that.
 *
 * @param <K> entries: ids or values
 * @param outcome whose order it is
 * @param order the merged order of what is in ours and theirs; that of ours in a conflict
 */
record ListOrder<K>(Outcome outcome, List<K> order) {
    /** The most comparisons that are made to bring two orders together; beyond, they are a conflict. */
    private static final long MOST_COMPARISONS = 50_000_000;

    /** Whose order it is. */
    enum Outcome {
        SAME, OURS, THEIRS, BOTH, CONFLICT
    }

    static <K> ListOrder<K> of(List<K> base, List<K> ours, List<K> theirs) {
        List<K> left = common(ours, theirs);
        List<K> right = common(theirs, ours);
        if (left.equals(right)) {
            return new ListOrder<>(Outcome.SAME, left);
        }
        List<K> before = common(base, left);
        if (before.size() == left.size()) {
            if (before.equals(right)) {
                return new ListOrder<>(Outcome.OURS, left);
            }
            if (before.equals(left)) {
                return new ListOrder<>(Outcome.THEIRS, right);
            }
        }
        List<K> both = new Tournament<>(before, left, right).order();
        return both.isEmpty()
                ? new ListOrder<>(Outcome.CONFLICT, left)
                : new ListOrder<>(Outcome.BOTH, both);
    }

    private static <K> List<K> common(List<K> list, List<K> other) {
        Set<K> others = new HashSet<>(other);
        return list.stream().filter(others::contains).toList();
    }

    /**
     * Puts what only one side has behind the entry that it follows on that side. What both put behind the same entry stays
     * together, and comes in the order of the first entries, so that it is no matter which side is ours.
     *
     * @param order the order of what is in ours and theirs
     * @param ours what is in ours, in its order
     * @param theirs what is in theirs, in its order
     */
    static <K> List<K> weave(List<K> order, List<K> ours, List<K> theirs) {
        Set<K> anchors = new HashSet<>(order);
        Map<K, List<K>> left = runs(anchors, ours);
        Map<K, List<K>> right = runs(anchors, theirs);
        List<K> woven = new ArrayList<>();
        addRuns(woven, left.get(null), right.get(null));
        for (K anchor : order) {
            woven.add(anchor);
            addRuns(woven, left.get(anchor), right.get(anchor));
        }
        return woven;
    }

    /** @return what follows each anchor, and what is before all of them under null */
    private static <K> Map<K, List<K>> runs(Set<K> anchors, List<K> list) {
        Map<K, List<K>> runs = new HashMap<>();
        K anchor = null;
        for (K entry : list) {
            if (anchors.contains(entry)) {
                anchor = entry;
            } else {
                runs.computeIfAbsent(anchor, key -> new ArrayList<>()).add(entry);
            }
        }
        return runs;
    }

    private static <K> void addRuns(List<K> woven, List<K> left, List<K> right) {
        if (left != null && right != null) {
            boolean isLeftFirst = String.valueOf(left.get(0)).compareTo(String.valueOf(right.get(0))) < 0;
            woven.addAll(isLeftFirst ? left : right);
            woven.addAll(isLeftFirst ? right : left);
        } else if (left != null || right != null) {
            woven.addAll(left == null ? right : left);
        }
    }

    /** Compares entries in pairs. Entries that keep their order in all versions are not compared with each other. */
    private static final class Tournament<K> {
        private final List<K> entries;
        private final int[] before;
        private final int[] theirs;
        private boolean isContradiction;

        Tournament(List<K> base, List<K> ours, List<K> theirs) {
            this.entries = ours;
            Map<K, Integer> old = places(base);
            Map<K, Integer> other = places(theirs);
            this.before = ours.stream().mapToInt(entry -> old.getOrDefault(entry, -1)).toArray();
            this.theirs = ours.stream().mapToInt(other::get).toArray();
        }

        private static <K> Map<K, Integer> places(List<K> list) {
            Map<K, Integer> places = new HashMap<>();
            list.forEach(entry -> places.put(entry, places.size()));
            return places;
        }

        /** @return the order; empty when there is none */
        List<K> order() {
            int[] steady = steady();
            boolean[] isSteady = new boolean[entries.size()];
            int[] ranks = new int[entries.size()];
            for (int i = 0; i < steady.length; i++) {
                isSteady[steady[i]] = true;
                ranks[steady[i]] = i;
            }
            int[] others = new int[entries.size() - steady.length];
            int count = 0;
            for (int i = 0; i < entries.size(); i++) {
                if (!isSteady[i]) {
                    others[count++] = i;
                }
            }
            if ((long) count * entries.size() > MOST_COMPARISONS) {
                return List.of();
            }
            for (int other : others) {
                for (int i = 0; i < entries.size(); i++) {
                    if (isSteady[i] || i > other) {
                        ranks[isBefore(i, other) ? other : i]++;
                    }
                }
            }
            return isContradiction ? List.of() : ranked(ranks);
        }

        /** An order of all is there when each rank is taken once. */
        private List<K> ranked(int[] ranks) {
            List<K> order = new ArrayList<>(Collections.nCopies(ranks.length, null));
            for (int i = 0; i < ranks.length; i++) {
                if (order.get(ranks[i]) != null) {
                    return List.of();
                }
                order.set(ranks[i], entries.get(i));
            }
            return order;
        }

        private boolean isBefore(int one, int other) {
            boolean isOurs = one < other;
            if (isOurs == theirs[one] < theirs[other]) {
                return isOurs;
            }
            if (before[one] < 0 || before[other] < 0) {
                isContradiction = true;
            }
            return before[one] > before[other];
        }

        /** @return indexes of entries that have one order in all versions, as many as are found by looking once */
        private int[] steady() {
            int[] known = rising(before, IntStream.range(0, before.length)
                    .filter(i -> before[i] >= 0).toArray());
            return rising(theirs, known);
        }

        /** @return the longest part of the indexes over which the values rise */
        private static int[] rising(int[] values, int[] indexes) {
            int[] tails = new int[indexes.length];
            int[] previous = new int[values.length];
            int longest = 0;
            for (int index : indexes) {
                int low = 0;
                int high = longest;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (values[tails[middle]] < values[index]) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                previous[index] = low == 0 ? -1 : tails[low - 1];
                tails[low] = index;
                longest = Math.max(longest, low + 1);
            }
            int[] rising = new int[longest];
            int index = longest == 0 ? -1 : tails[longest - 1];
            for (int i = longest - 1; i >= 0; i--) {
                rising[i] = index;
                index = previous[index];
            }
            return rising;
        }
    }
}
