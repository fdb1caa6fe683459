/** Import of tables into artifacts: mapping of columns, a dry run, and the command that carries it out. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.exchange.importing;
