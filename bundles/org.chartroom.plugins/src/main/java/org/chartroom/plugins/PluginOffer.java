package org.chartroom.plugins;

/**
 * A plug-in that an index offers.
 *
 * @param id its id
 * @param version its version
 * @param name what a user calls it
 * @param description one sentence on what it is for; empty when the index has none
 */
public record PluginOffer(String id, String version, String name, String description) {
}
