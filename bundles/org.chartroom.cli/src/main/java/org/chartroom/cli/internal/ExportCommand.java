package org.chartroom.cli.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.export.XlsxExport;
import org.chartroom.model.Artifact;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an artifact to a file. */
@Command(name = "export", description = "Writes an artifact to a file.")
final class ExportCommand extends AbstractCommand {
    /** The kinds of file. */
    enum Format {
        csv, xlsx, xmi, html
    }

    @Parameters(paramLabel = "KEY", description = "Key of the artifact.")
    private String key;

    @Option(names = "--format", defaultValue = "csv", description = "csv: the items as a table; xlsx: all lists "
            + "as an Excel workbook; xmi: everything as a "
            + "model file; html: the same as the command \"report\". Default: ${DEFAULT-VALUE}.")
    private Format format;

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
                write(output, out -> write(artifact, session, out));
                context().out().println(output);
            }
        }
        return 0;
    }

    private void write(Artifact artifact, EditSession session, OutputStream out) throws IOException {
        try {
            writeAs(artifact, session, out);
        } catch (IllegalArgumentException e) {
            throw new InputException(e.getMessage(), e);
        }
    }

    private void writeAs(Artifact artifact, EditSession session, OutputStream out) throws IOException {
        if (format == Format.xmi) {
            ModelExport.write(artifact, session.directory(), out);
            return;
        }
        if (format == Format.xlsx) {
            XlsxExport.write(artifact, out);
            return;
        }
        if (format == Format.html) {
            context().service(Reports.class).write(artifact, ReportFormat.HTML, out);
            return;
        }
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        StringBuilder table = new StringBuilder();
        CsvExport.write(artifact, table);
        writer.append(table);
        writer.flush();
    }
}
