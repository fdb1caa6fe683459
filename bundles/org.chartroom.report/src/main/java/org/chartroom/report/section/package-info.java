/** What a bundle implements and calls to bring a section of reports. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.report.section;
