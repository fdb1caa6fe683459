package org.chartroom.core.compare;

import java.util.Collection;

/**
 * How many differences there are.
 *
 * @param added elements on the right only, with all that is in them
 * @param removed elements on the left only, with all that is in them
 * @param moved elements at another place
 * @param changed fields with another value
 * @param derived computed fields with another value
 */
public record Counts(int added, int removed, int moved, int changed, int derived) {
    /**
     * @param differences trees of differences
     * @return the counts of all nodes
     */
    public static Counts of(Collection<Difference> differences) {
        int[] counts = new int[Difference.Kind.values().length];
        count(differences, counts);
        return new Counts(counts[Difference.Kind.ADDED.ordinal()], counts[Difference.Kind.REMOVED.ordinal()],
                counts[Difference.Kind.MOVED.ordinal()], counts[Difference.Kind.CHANGED.ordinal()],
                counts[Difference.Kind.DERIVED.ordinal()]);
    }

    private static void count(Collection<Difference> differences, int[] counts) {
        for (Difference difference : differences) {
            counts[difference.kind().ordinal()]++;
            count(difference.children(), counts);
        }
    }

    /** @return whether there is no difference */
    public boolean isEmpty() {
        return added + removed + moved + changed + derived == 0;
    }
}
