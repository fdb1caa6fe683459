package org.chartroom.platform.plugins;

import java.util.Map;

/**
 * An entry of the list of plug-ins that can't be understood. It is kept as it is; the others work.
 *
 * @param id what the plug-in is called, as far as the entry tells
 * @param reason one sentence: what is wrong with it, and what to do
 * @param entry the entry, by key
 */
public record SetAsidePlugin(String id, String reason, Map<String, String> entry) {
}
