package org.chartroom.ui.internal.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.export.XlsxExport;
import org.chartroom.model.Artifact;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.Reports;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Writes artifacts as they were saved to files; the ending of the file says in which form. */
final class ArtifactFiles {
    private static final String XLSX = ".xlsx";
    private static final String CSV = ".csv";
    private static final String XMI = ".xmi";

    private final Workspace workspace;
    private final Reports reports;

    ArtifactFiles(Workspace workspace, Reports reports) {
        this.workspace = workspace;
        this.reports = reports;
    }

    static List<String> endings() {
        return List.of(XLSX, CSV, ReportFormat.HTML.ending(), ReportFormat.DOCX.ending(), XMI);
    }

    IStatus write(ArtifactInfo info, Path file) {
        // What fails must not leave half a file, nor take an older one away.
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try (EditSession session = workspace.openSession()) {
            make(session.artifact(info.id()).orElseThrow(), session, file, made);
        } catch (IOException | IllegalArgumentException e) {
            return Status.error(e.getMessage(), e);
        }
        try {
            Files.write(file, made.toByteArray());
            return Status.OK_STATUS;
        } catch (IOException e) {
            return Status.error(Messages.bind(Messages.ExportHandler_notWritten, file, e.getMessage()), e);
        }
    }

    private void make(Artifact artifact, EditSession session, Path file, OutputStream out) throws IOException {
        Optional<ReportFormat> report = ReportFormat.of(file);
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (report.isPresent()) {
            reports.write(artifact, report.get(), out);
        } else if (name.endsWith(XLSX)) {
            XlsxExport.write(artifact, out);
        } else if (name.endsWith(XMI)) {
            ModelExport.write(artifact, session.directory(), out);
        } else {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvExport.write(artifact, writer);
            writer.flush();
        }
    }
}
