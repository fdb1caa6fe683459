/** Artifacts of absent plug-ins: cut out of model files, kept as they are, and put into model files again. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.exchange.sealed;
