/** The sample portfolio that a new workspace can start with. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.exchange.sample;
