/** Reading and writing of delimited text, guarded against files that are no such thing. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.exchange.csv;
