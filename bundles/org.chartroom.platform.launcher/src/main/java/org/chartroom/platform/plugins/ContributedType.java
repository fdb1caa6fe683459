package org.chartroom.platform.plugins;

/**
 * An artifact type that a plug-in brings.
 *
 * @param id id of the type
 * @param name what a user calls it
 */
public record ContributedType(String id, String name) {
}
