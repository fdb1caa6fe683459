/** How well vendors deliver: scores, grades, breaches and credits of a vendor scorecard, without any user interface. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.vendor;
