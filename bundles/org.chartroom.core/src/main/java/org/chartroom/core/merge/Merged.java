package org.chartroom.core.merge;

import java.util.List;

import org.chartroom.model.Element;

/**
 * What came out of a merge.
 *
 * @param roots the artifacts or the directory, in no session; references to what is not in them are proxies
 * @param overridden decisions that could not be followed in full, because of what was accepted in others: something was
 *        to be put into, or to refer to, what is not there
 */
public record Merged(List<Element> roots, List<Decision> overridden) {
}
