package org.chartroom.ui.internal.history;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

import org.chartroom.core.compare.Comparison;
import org.chartroom.core.evaluation.SystemClock;
import org.chartroom.core.files.OutputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.chartroom.report.DocxComparison;
import org.chartroom.report.HtmlComparison;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Writes a comparison as a document to read; the ending of the file says which kind. */
final class ComparisonExport {
    private static final String DOCX = ".docx";

    private ComparisonExport() {
    }

    /** Asks for the file and writes it in the background. */
    static void ask(Shell shell, Comparison comparison) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFilterNames(new String[]{Messages.ComparisonExport_html, Messages.ComparisonExport_docx});
        dialog.setFilterExtensions(new String[]{"*.html", "*" + DOCX});
        dialog.setFileName(Messages.ComparisonExport_fileName);
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            Path file = Path.of(chosen);
            boolean named = file.getFileName().toString().indexOf('.') > 0;
            write(comparison, named ? file : Path.of(chosen + (dialog.getFilterIndex() == 1 ? DOCX : ".html")));
        }
    }

    static Job write(Comparison comparison, Path file) {
        Job job = Job.create(Messages.bind(Messages.ComparisonExport_job, file.getFileName()),
                (IProgressMonitor monitor) -> writeNow(comparison, file));
        job.setUser(true);
        job.schedule();
        return job;
    }

    private static IStatus writeNow(Comparison comparison, Path file) {
        try {
            OutputFiles.write(file, out -> {
                if (file.toString().toLowerCase(Locale.ROOT).endsWith(DOCX)) {
                    DocxComparison.write(comparison, LocalDate.now(SystemClock.get()), out);
                } else {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    HtmlComparison.write(comparison, LocalDate.now(SystemClock.get()), writer);
                    writer.flush();
                }
            });
            return Status.OK_STATUS;
        } catch (RefusedFileException e) {
            return Status.error(e.getMessage(), e);
        } catch (IOException e) {
            return Status.error(Messages.bind(Messages.ComparisonExport_notWritten, file, e.getMessage()), e);
        }
    }
}
