/**
 * Drives the workbench the way a user does: real events on real widgets, waits on conditions. For tests of any bundle.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.tests.driver;
