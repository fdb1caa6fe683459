package org.chartroom.core.store;

import java.util.List;
import java.util.Map;

/**
 * One transaction as data: it holds no object of a session, so that it means the same in another thread, in another
 * process, and later. {@link ChangeSetBuilder} makes it from objects.
 *
 * @param author who commits
 * @param reason why; may be empty
 * @param bases for each root that is changed and was there: number of the revision it was read at
 * @param changes what happens to each element; containers come before what they contain
 * @param orders containment lists whose order changed
 */
public record ChangeSet(String author, String reason, Map<String, Long> bases, List<ElementChange> changes,
        List<ListOrder> orders) {
    /** Takes the parts as they are now. */
    public ChangeSet {
        bases = Map.copyOf(bases);
        changes = List.copyOf(changes);
        orders = List.copyOf(orders);
    }
}
