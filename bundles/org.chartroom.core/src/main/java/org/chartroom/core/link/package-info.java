/** The links between artifacts, followed in both directions. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.link;
