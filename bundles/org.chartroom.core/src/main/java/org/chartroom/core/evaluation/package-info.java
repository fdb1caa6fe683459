/** What figures, checks, charts and reports are computed with: a state, a moment, exchange rates. Provisional. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.chartroom.core.evaluation;
