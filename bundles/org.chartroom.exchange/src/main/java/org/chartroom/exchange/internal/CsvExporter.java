package org.chartroom.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.export.Exporter;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;

/** Writes the first list of an artifact as a table. */
public final class CsvExporter implements Exporter {
    @Override
    public void write(Artifact artifact, Directory directory, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        StringBuilder table = new StringBuilder();
        CsvExport.write(artifact, table);
        writer.append(table);
        writer.flush();
    }
}
