package org.chartroom.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.StateStamp;
import org.chartroom.exchange.export.Exporter;
import org.chartroom.exchange.json.JsonExport;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.eclipse.core.runtime.ServiceCaller;

/** Writes an artifact with its directory as JSON. */
public final class JsonExporter implements Exporter {
    @Override
    public void write(Artifact artifact, Directory directory, OutputStream out) throws IOException {
        try {
            ServiceCaller.callOnce(JsonExporter.class, ArtifactTypes.class, types -> {
                try {
                    JsonExport.write(List.of(artifact), directory, StateStamp.of(artifact), types::idOf, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
