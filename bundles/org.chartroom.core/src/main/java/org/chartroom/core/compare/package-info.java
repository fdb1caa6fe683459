/** Two states compared element by element and field by field, and differences copied from one to another. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.compare;
