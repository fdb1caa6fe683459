/** The editor of artifacts whose type brings none, and its pages, for editors that add to them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.ui.forms.general;
