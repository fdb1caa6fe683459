/** Earned value of the lines of a budget variance report, without any user interface. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.variance;
