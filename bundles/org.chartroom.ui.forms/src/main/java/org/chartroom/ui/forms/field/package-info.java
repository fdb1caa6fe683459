/** Fields of a form, made from the annotations of the model and bound to the editing domain. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.ui.forms.field;
