package org.chartroom.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;

import org.chartroom.exchange.export.Exporter;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;

/** Writes an artifact with its directory as a model file. */
public final class ModelExporter implements Exporter {
    @Override
    public void write(Artifact artifact, Directory directory, OutputStream out) throws IOException {
        ModelExport.write(artifact, directory, out);
    }
}
