/** The model as JSON: the same content as in a model file, for programs that don't read XMI. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.exchange.json;
