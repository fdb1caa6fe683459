/** Documents for readers, made from artifacts and the annotations of the model. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.report;
