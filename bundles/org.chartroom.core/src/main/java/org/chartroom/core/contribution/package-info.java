/** What bundles contribute to extension points: read once, named, called guarded, set aside alone, with the way back. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.contribution;
