/** Evidence of artifacts: addresses, and files that are stored with the workspace. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.evidence;
