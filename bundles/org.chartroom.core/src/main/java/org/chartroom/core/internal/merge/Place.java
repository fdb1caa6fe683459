package org.chartroom.core.internal.merge;

/**
 * Where an element is.
 *
 * @param container id of the element it is in; empty for a root
 * @param list name of the list it is in; empty for a root
 */
record Place(String container, String list) {
    static final Place ROOT = new Place("", "");

    boolean isRoot() {
        return container.isEmpty();
    }

    /** @return the place as decisions have it */
    String text() {
        return container + "/" + list;
    }
}
