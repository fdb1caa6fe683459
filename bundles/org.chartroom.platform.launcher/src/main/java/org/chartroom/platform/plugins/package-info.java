/**
 * Which plug-ins are installed, kept in a folder of the user's, and what the launcher offers to those that change it. The
 * launcher exports this package into the framework.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.platform.plugins;
