package org.chartroom.ui.internal.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.export.Exports;
import org.chartroom.model.Artifact;
import org.chartroom.report.Reports;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.chartroom.ui.internal.importing.ArtifactFiles.Kind;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.BusyIndicator;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Writes the artifact that is selected in the navigator, or open in the active editor, to a file: what an editor shows,
 * with what is not saved yet, or as it was in the state of the past that it shows; which of them it is, is said. The file
 * can be given as a parameter of the command.
 */
public final class ExportHandler extends AbstractHandler {
    private static final String FILE = "org.chartroom.ui.export.file";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Workspace workspace = window.getService(Workspace.class);
        Optional<Subject> subject = selected(event, workspace);
        if (subject.isEmpty()) {
            Notice.information(window.getShell(), Messages.ExportHandler_title,
                    Messages.ExportHandler_nothing);
            return null;
        }
        String given = event.getParameter(FILE);
        ArtifactFiles files = new ArtifactFiles(workspace, window.getService(Reports.class),
                window.getService(Exports.class));
        Optional<Path> file = given == null
                ? ask(window.getShell(), subject.get().artifact(), files.kinds(subject.get().artifact()))
                : Optional.of(Path.of(given));
        if (file.isPresent()) {
            write(window.getShell(), subject.get(), file.get(), files);
        }
        return null;
    }

    private static void write(Shell shell, Subject subject, Path file, ArtifactFiles files) {
        String what = Messages.bind(Messages.ExportHandler_job, file.getFileName());
        if (subject.unsaved().isPresent()) {
            // What is not saved is in the session of the editor, which belongs to the user interface.
            BusyIndicator.showWhile(shell.getDisplay(), () -> {
                ArtifactEditing editing = subject.unsaved().get();
                IStatus written = files.write(editing.artifact(), editing.session(), file);
                if (written.isOK()) {
                    Notice.information(shell, Messages.ExportHandler_title,
                            Messages.bind(Messages.ExportHandler_unsaved, file));
                } else {
                    ILog.get().log(written);
                    Notice.error(shell, Messages.ExportHandler_title, written.getMessage());
                }
            });
            return;
        }
        Job job = Job.create(what, (IProgressMonitor monitor) -> {
            IStatus written = files.write(subject.artifact(), subject.state(), file);
            if (written.isOK() && subject.state().isPresent()) {
                shell.getDisplay().asyncExec(() -> Notice.information(shell, Messages.ExportHandler_title, Messages
                        .bind(Messages.ExportHandler_past, file, subject.state().get().label())));
            }
            return written;
        });
        job.setUser(true);
        job.schedule();
    }

    /**
     * What is written.
     *
     * @param artifact the artifact
     * @param state the state of the past that is meant; empty for the newest one
     * @param unsaved the open artifact when it has what is not saved yet
     */
    private record Subject(ArtifactInfo artifact, Optional<State> state, Optional<ArtifactEditing> unsaved) {
    }

    private static Optional<Subject> selected(ExecutionEvent event, Workspace workspace)
            throws ExecutionException {
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof ArtifactInfo info) {
            IEditorPart open = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                    .findEditor(new ArtifactEditorInput(workspace, info));
            return Optional.of(open instanceof ArtifactEditor editor
                    ? subject(info, editor)
                    : new Subject(info, Optional.empty(), Optional.empty()));
        }
        if (!(HandlerUtil.getActiveEditor(event) instanceof ArtifactEditor editor)
                || !(editor.editing().root() instanceof Artifact artifact)) {
            return Optional.empty();
        }
        EditSession session = editor.editing().session();
        return session.artifacts().stream().filter(info -> info.id().equals(artifact.getId())).findFirst()
                .map(info -> subject(info, editor));
    }

    private static Subject subject(ArtifactInfo info, ArtifactEditor editor) {
        ArtifactEditing editing = editor.editing();
        editing.flush();
        return new Subject(info, editing.session().asOf(),
                editing.isDirty() ? Optional.of(editing) : Optional.empty());
    }

    private static Optional<Path> ask(Shell shell, ArtifactInfo artifact, List<Kind> kinds) {
        List<String> endings = kinds.stream().map(Kind::ending).toList();
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(Messages.ExportHandler_title);
        dialog.setFilterNames(kinds.stream().map(kind -> kind.name() + " (*" + kind.ending() + ")")
                .toArray(String[]::new));
        dialog.setFilterExtensions(endings.stream().map(ending -> "*" + ending).toArray(String[]::new));
        dialog.setFileName(artifact.key());
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen == null) {
            return Optional.empty();
        }
        boolean named = endings.stream().anyMatch(chosen.toLowerCase(java.util.Locale.ROOT)::endsWith);
        return Optional.of(Path.of(named ? chosen : chosen + endings.get(Math.max(0, dialog.getFilterIndex()))));
    }
}
