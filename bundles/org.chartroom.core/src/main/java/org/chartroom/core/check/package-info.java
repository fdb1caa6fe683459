/** Checks over artifacts, what they find, and quick fixes for it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.check;
