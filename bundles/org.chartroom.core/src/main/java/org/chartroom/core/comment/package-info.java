/** Threads of comments on artifacts, their items and fields. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.comment;
