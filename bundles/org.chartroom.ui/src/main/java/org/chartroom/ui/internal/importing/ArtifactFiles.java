package org.chartroom.ui.internal.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.export.ExportException;
import org.chartroom.exchange.export.ExportFormat;
import org.chartroom.exchange.export.Exports;
import org.chartroom.model.Artifact;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.Reports;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Writes artifacts to files; the ending of the file says in which form. */
final class ArtifactFiles {
    private final Workspace workspace;
    private final Reports reports;
    private final Exports exports;

    /** A kind of file: what users call it, and its ending with the dot. */
    record Kind(String name, String ending) {
    }

    ArtifactFiles(Workspace workspace, Reports reports, Exports exports) {
        this.workspace = workspace;
        this.reports = reports;
        this.exports = exports;
    }

    /** The kinds of file an artifact can be written to: reports, and what bundles contribute. */
    List<Kind> kinds(ArtifactInfo artifact) {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(new Kind(Messages.ExportHandler_html, ReportFormat.HTML.ending()));
        kinds.add(new Kind(Messages.ExportHandler_docx, ReportFormat.DOCX.ending()));
        exports.formats(artifact.type()).forEach(format -> kinds.add(new Kind(format.name(), format.ending())));
        return kinds;
    }

    /** Writes an artifact as it was saved, in a state of the past or the newest one. */
    IStatus write(ArtifactInfo info, Optional<State> state, Path file) {
        try (EditSession session = state.map(workspace::openSession).orElseGet(workspace::openSession)) {
            return session.artifact(info.id()).map(artifact -> write(artifact, session, file))
                    .orElseGet(() -> Status.error(Messages.bind(Messages.ExportHandler_gone, info.key())));
        }
    }

    /** Writes an artifact as it is in a session, saved or not. */
    IStatus write(Artifact artifact, EditSession session, Path file) {
        // What fails must not leave half a file, nor take an older one away.
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try {
            make(artifact, session, file, made);
        } catch (IOException | ExportException e) {
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
            return;
        }
        ExportFormat format = exports.formats(artifact.eClass()).stream().filter(one -> name.endsWith(one.ending()))
                .findFirst().orElseThrow(() -> new ExportException(
                        Messages.bind(Messages.ExportHandler_unknown, file.getFileName()), null));
        exports.write(format.id(), artifact, session.directory(), out);
    }
}
