package org.chartroom.plugins;

/**
 * Something about an installed plug-in is not as it was when it was installed.
 *
 * @param plugin id of the plug-in
 * @param message one sentence: what, where, what to do
 */
public record Damage(String plugin, String message) {
}
