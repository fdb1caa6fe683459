package org.chartroom.plugins.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A plug-in as it came, copied to where nothing else looks.
 *
 * @param id its id
 * @param version its version
 * @param name what a user calls it
 * @param vendor who makes it
 * @param description one sentence on what it is for
 * @param source where it came from
 * @param folder the folder with the copies of its jars
 * @param jars the copies
 * @param hashes by copy, the checksums that a feature or an index demands
 */
record Staged(String id, String version, String name, String vendor, String description, String source, Path folder,
        List<BundleJar> jars, Map<Path, String> hashes) {
}
