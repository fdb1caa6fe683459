/** Money over currencies: exchange rates of the directory, and sums made by them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.money;
