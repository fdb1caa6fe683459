/** The way of a change through its states, and the figures of a change log, without any user interface. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.change;
