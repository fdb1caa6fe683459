/** Reading of Excel workbooks. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.exchange.xlsx;
