package org.chartroom.core.store;

import java.util.List;

/**
 * One transaction.
 *
 * @param baseRevision number of the revision the changes were made upon; 0 before the first
 * @param author who commits
 * @param reason why; may be empty
 * @param changes what happens to each element; containers come before what they contain
 * @param orders containment lists whose order changed
 */
public record Commit(long baseRevision, String author, String reason, List<ObjectChange> changes,
        List<ContainmentOrder> orders) {
}
