/** Values and their texts: the one reader and the one writer, and how texts are compared, sorted and kept harmless. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.value;
