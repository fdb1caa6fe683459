package org.chartroom.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.export.ExportException;
import org.chartroom.exchange.export.Exports;
import org.chartroom.model.Artifact;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an artifact to a file. */
@Command(name = "export", description = "Writes an artifact to a file.")
final class ExportCommand extends AbstractCommand {
    private static final String REPORT = "html";

    @Parameters(paramLabel = "KEY", description = "Key of the artifact.")
    private String key;

    @Option(names = "--format", defaultValue = "csv", description = "csv: the items as a table, without the state it is of; xlsx: all lists "
            + "as an Excel workbook; xmi: everything as a "
            + "model file; html: the same as the command \"report\"; or what a plug-in brings. Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "The file; standard output when none is "
            + "named.")
    private Path output;

    @Option(names = "--at", paramLabel = "STATE", description = "As of a revision, a baseline, a day (2026-12-31) or a "
            + "time; the newest state when none is named.")
    private String at;

    ExportCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException {
        try (Workspace workspace = context().openToRead(); EditSession session = context().session(workspace, at)) {
            Artifact artifact = context().artifact(session, key);
            if (output == null) {
                write(artifact, session, System.out);
                System.out.flush();
            } else {
                // What fails must not leave half a file, nor take an older one away.
                ByteArrayOutputStream made = new ByteArrayOutputStream();
                write(artifact, session, made);
                write(output, made::writeTo);
                context().out().println(output);
            }
            if (!format.equals("csv")) {
                tellReplaced(artifact);
            }
        }
        return 0;
    }

    private void write(Artifact artifact, EditSession session, OutputStream out) throws IOException {
        if (format.equals(REPORT)) {
            context().service(Reports.class).write(artifact, ReportFormat.HTML, out);
            return;
        }
        try {
            context().service(Exports.class).write(format, artifact, session.directory(), out);
        } catch (ExportException e) {
            throw new InputException(e.getMessage(), e);
        }
    }
}
