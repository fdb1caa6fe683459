package org.chartroom.core.store;

import org.chartroom.model.Element;

/**
 * A root as it was read.
 *
 * @param root the root, in no resource
 * @param revision number of the newest revision of the workspace when it was read
 */
public record LoadedRoot(Element root, long revision) {
}
