package org.chartroom.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.eclipse.emf.ecore.EClass;
import org.osgi.annotation.versioning.ProviderType;

/** The formats that bundles contribute to {@code org.chartroom.exchange.exporters}; an OSGi service. */
@ProviderType
public interface Exports {
    /**
     * @param type class of an artifact
     * @return the formats for it, in the order of the registry; without those that were set aside
     */
    List<ExportFormat> formats(EClass type);

    /**
     * Writes an artifact. Nothing is written unless all of it can be.
     *
     * @param format id of one of the formats for the artifact
     * @param artifact the artifact
     * @param directory the directory of its session
     * @param out where to write; stays open
     * @throws IOException when writing fails
     * @throws ExportException when the artifact does not fit the format, there is no such format, or its exporter failed,
     *         which sets it aside until the next start
     */
    void write(String format, Artifact artifact, Directory directory, OutputStream out) throws IOException;
}
