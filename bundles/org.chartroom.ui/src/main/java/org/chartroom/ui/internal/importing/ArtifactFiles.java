package org.chartroom.ui.internal.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.chartroom.core.check.Checks;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.export.XlsxExport;
import org.chartroom.model.Artifact;
import org.chartroom.report.HtmlReview;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Writes artifacts as they were saved to files; the ending of the file says in which form. */
final class ArtifactFiles {
    private static final String XLSX = ".xlsx";
    private static final String CSV = ".csv";
    private static final String HTML = ".html";
    private static final String XMI = ".xmi";

    private final Workspace workspace;
    private final Checks checks;

    ArtifactFiles(Workspace workspace, Checks checks) {
        this.workspace = workspace;
        this.checks = checks;
    }

    static List<String> endings() {
        return List.of(XLSX, CSV, HTML, XMI);
    }

    IStatus write(ArtifactInfo info, Path file) {
        try (EditSession session = workspace.openSession(); OutputStream out = Files.newOutputStream(file)) {
            Artifact artifact = session.artifact(info.id()).orElseThrow();
            String name = file.toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(XLSX)) {
                XlsxExport.write(artifact, out);
            } else if (name.endsWith(XMI)) {
                ModelExport.write(artifact, session.directory(), out);
            } else {
                writeText(artifact, name.endsWith(HTML), out);
            }
            return Status.OK_STATUS;
        } catch (IOException e) {
            return Status.error(Messages.bind(Messages.ExportHandler_notWritten, file, e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            return Status.error(e.getMessage(), e);
        }
    }

    private void writeText(Artifact artifact, boolean html, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (html) {
            HtmlReview.write(artifact.getKey() + " " + artifact.getTitle(), LocalDate.now(),
                    List.of(new HtmlReview.Reviewed(artifact, checks.run(artifact))), writer);
        } else {
            CsvExport.write(artifact, writer);
        }
        writer.flush();
    }
}
