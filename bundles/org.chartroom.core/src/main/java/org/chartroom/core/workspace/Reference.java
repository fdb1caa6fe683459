package org.chartroom.core.workspace;

/**
 * A committed reference from one artifact to another or to the directory, or to something in it.
 *
 * @param artifactId id of the artifact that has the reference
 * @param elementId id of the element in it whose feature refers; for a typed link the id of the link
 * @param feature name of the feature
 * @param targetId id of the element that is referred to
 */
public record Reference(String artifactId, String elementId, String feature, String targetId) {
}
