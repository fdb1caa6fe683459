/** Charts and their drawing, without a display: the same pictures in editors, reports and files. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.chart;
