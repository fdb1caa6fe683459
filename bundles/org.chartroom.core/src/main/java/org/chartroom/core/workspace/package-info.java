/** The workspace of a director: its artifacts, its sessions and its history. Clients call, core implements. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.workspace;
