package org.chartroom.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;

import org.chartroom.exchange.export.Exporter;
import org.chartroom.exchange.export.XlsxExport;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;

/** Writes all lists of an artifact as an Excel workbook. */
public final class XlsxExporter implements Exporter {
    @Override
    public void write(Artifact artifact, Directory directory, OutputStream out) throws IOException {
        XlsxExport.write(artifact, out);
    }
}
