/** What follows from a project charter: budget, slip, business case, priority, stakeholders, tolerances. No display. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.charter;
