package org.chartroom.core.workspace;

import java.util.Optional;

/**
 * Which part of the history is wanted; newest changes come first.
 *
 * @param rootId only changes in this artifact
 * @param elementId only changes of this element
 * @param feature only changes of the field of this name
 * @param limit the most changes to return, at least 1
 */
public record HistoryQuery(Optional<String> rootId, Optional<String> elementId, Optional<String> feature, int limit) {
    private static final int MOST = 10_000;

    /** @return the whole history of a workspace, up to 10,000 changes */
    public static HistoryQuery everything() {
        return new HistoryQuery(Optional.empty(), Optional.empty(), Optional.empty(), MOST);
    }

    /**
     * @param rootId id of an artifact
     * @return everything that changed in it, up to 10,000 changes
     */
    public static HistoryQuery ofArtifact(String rootId) {
        return new HistoryQuery(Optional.of(rootId), Optional.empty(), Optional.empty(), MOST);
    }

    /**
     * @param elementId id of an element
     * @return everything that changed on it, up to 10,000 changes
     */
    public static HistoryQuery ofElement(String elementId) {
        return new HistoryQuery(Optional.empty(), Optional.of(elementId), Optional.empty(), MOST);
    }

    /**
     * @param name name of a field
     * @return this query, for that field only
     */
    public HistoryQuery forFeature(String name) {
        return new HistoryQuery(rootId, elementId, Optional.of(name), limit);
    }
}
