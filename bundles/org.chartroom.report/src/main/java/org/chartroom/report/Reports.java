package org.chartroom.report;

import java.io.IOException;
import java.io.OutputStream;

import org.chartroom.model.Artifact;
import org.osgi.annotation.versioning.ProviderType;

/** Writes reports on single artifacts; an OSGi service. */
@ProviderType
public interface Reports {
    /**
     * Writes what the model says of an artifact (title, fields by their groups, tables of its items), what the checks
     * find in it, and the sections that bundles contribute to {@code org.chartroom.report.sections}. A section that fails
     * is replaced by a sentence; the report goes on. The last line says which state of the workspace it was made from, for
     * {@link org.chartroom.core.workspace.StateStamps} to find.
     *
     * @param artifact the artifact, in the state to report; its session must not be used by others meanwhile
     * @param format kind of the document
     * @param out where to write; stays open
     * @throws IOException when writing fails
     */
    void write(Artifact artifact, ReportFormat format, OutputStream out) throws IOException;
}
