package org.chartroom.platform.plugins;

import java.time.Instant;
import java.util.List;

/**
 * A plug-in as it was installed: one or more bundles that come and go as one.
 *
 * @param id what it is called by: the id of its feature, or the symbolic name of its only bundle
 * @param version its version
 * @param name what a user calls it
 * @param vendor who makes it, as it says itself; empty when it does not
 * @param description one sentence on what it is for; empty when it has none
 * @param source where it came from: a file, a folder or an address
 * @param signer who signed all its bundles, the subject of the certificate; empty when not all are signed by one
 * @param signerSha256 SHA-256 of the signer's certificate; empty without a signer
 * @param installedAt when it was installed
 * @param folder name of its folder in the plug-in area
 * @param bundles its bundles
 * @param types the artifact types it brings
 */
public record InstalledPlugin(String id, String version, String name, String vendor, String description, String source,
        String signer, String signerSha256, Instant installedAt, String folder, List<InstalledBundle> bundles,
        List<ContributedType> types) {
}
