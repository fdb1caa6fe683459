package org.chartroom.core.store;

/**
 * An element in a {@link ChangeSet}.
 *
 * @param id its id
 * @param type its class
 * @param rootId id of the root that it is in; null for one that was taken out of its root
 */
public record ElementRef(String id, TypeName type, String rootId) {
}
