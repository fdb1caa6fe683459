package org.chartroom.core.workspace;

import java.time.Instant;
import java.util.Optional;

/**
 * Which part of the history is wanted; newest changes come first.
 *
 * @param rootId only changes in this artifact
 * @param elementId only changes of this element
 * @param feature only changes of the field of this name
 * @param author only changes that this person committed, in any case
 * @param since only changes that were committed then or later
 * @param until only changes that were committed before
 * @param limit the most changes to return, at least 1
 */
public record HistoryQuery(Optional<String> rootId, Optional<String> elementId, Optional<String> feature,
        Optional<String> author, Optional<Instant> since, Optional<Instant> until, int limit) {
    private static final int MOST = 10_000;

    /** @return the whole history of a workspace, up to 10,000 changes */
    public static HistoryQuery everything() {
        return of(Optional.empty(), Optional.empty());
    }

    /**
     * @param rootId id of an artifact
     * @return everything that changed in it, up to 10,000 changes
     */
    public static HistoryQuery ofArtifact(String rootId) {
        return of(Optional.of(rootId), Optional.empty());
    }

    /**
     * @param elementId id of an element
     * @return everything that changed on it, up to 10,000 changes
     */
    public static HistoryQuery ofElement(String elementId) {
        return of(Optional.empty(), Optional.of(elementId));
    }

    private static HistoryQuery of(Optional<String> rootId, Optional<String> elementId) {
        return new HistoryQuery(rootId, elementId, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), MOST);
    }

    /**
     * @param name name of a field
     * @return this query, for that field only
     */
    public HistoryQuery forFeature(String name) {
        return new HistoryQuery(rootId, elementId, Optional.of(name), author, since, until, limit);
    }

    /**
     * @param name name of a person
     * @return this query, for what that person committed
     */
    public HistoryQuery by(String name) {
        return new HistoryQuery(rootId, elementId, feature, Optional.of(name), since, until, limit);
    }

    /**
     * @param from a point in time; empty for the beginning
     * @param to a later one, itself left out; empty for now
     * @return this query, for what was committed between the two
     */
    public HistoryQuery between(Optional<Instant> from, Optional<Instant> to) {
        return new HistoryQuery(rootId, elementId, feature, author, from, to, limit);
    }

    /**
     * @param most the most changes to return, at least 1
     * @return this query, limited to the newest of its changes
     */
    public HistoryQuery limitedTo(int most) {
        return new HistoryQuery(rootId, elementId, feature, author, since, until, most);
    }

    /**
     * @param revision a revision
     * @return whether its author and its time are wanted
     */
    public boolean accepts(Revision revision) {
        return author.map(name -> name.equalsIgnoreCase(revision.author())).orElse(true)
                && since.map(time -> !revision.committedAt().isBefore(time)).orElse(true)
                && until.map(time -> revision.committedAt().isBefore(time)).orElse(true);
    }
}
