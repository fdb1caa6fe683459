/** What an editor of an artifact is made of: its input, its session, its life in the workbench. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.ui.forms;
