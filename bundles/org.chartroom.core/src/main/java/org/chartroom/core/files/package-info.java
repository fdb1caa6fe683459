/** Files and folders: private ones, outputs that never destroy, and names from elsewhere that never lead elsewhere. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.files;
