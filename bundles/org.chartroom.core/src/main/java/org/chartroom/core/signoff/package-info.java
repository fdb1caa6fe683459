/** Sign-offs that are bound to the content of an artifact. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.signoff;
