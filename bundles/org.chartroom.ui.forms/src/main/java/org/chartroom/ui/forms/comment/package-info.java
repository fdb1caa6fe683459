/** Comments on what an editor shows. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.ui.forms.comment;
