/**
 * The contract of stores of workspaces, a store in memory that keeps it, and what tests of stores need. Provisional: it
 * changes with the stores.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.chartroom.testkit.store;
