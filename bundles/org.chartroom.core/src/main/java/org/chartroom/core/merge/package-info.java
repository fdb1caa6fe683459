/** Two versions of artifacts or of the directory brought together over the version both came from. Provisional. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.merge;
