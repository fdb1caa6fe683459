/** Linking artifacts and items to each other, and asking before something linked is deleted. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.ui.forms.link;
