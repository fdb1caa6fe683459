/** The contract that an artifact type of a plug-in has to keep, and what makes and packs a new plug-in. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.testkit;
