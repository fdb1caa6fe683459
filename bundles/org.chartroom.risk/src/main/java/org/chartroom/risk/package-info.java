/** Scales, scores and the simulation of a risk register, without any user interface. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.risk;
