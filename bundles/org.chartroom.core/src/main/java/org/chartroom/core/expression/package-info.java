/** Expressions over the model: computed fields, checks and rules that need no Java. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.expression;
