/** How code of others is called: guarded, with a limited time. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.fence;
