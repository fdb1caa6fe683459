package org.chartroom.ui.internal.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.export.Exports;
import org.chartroom.report.Reports;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.chartroom.ui.internal.Messages;
import org.chartroom.ui.internal.importing.ArtifactFiles.Kind;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Writes the artifact that is selected in the navigator, or open in the active editor, to a file. What is not saved is
 * not in it. The file can be given as a parameter of the command.
 */
public final class ExportHandler extends AbstractHandler {
    private static final String FILE = "org.chartroom.ui.export.file";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Workspace workspace = window.getService(Workspace.class);
        Optional<ArtifactInfo> artifact = selected(event, workspace);
        if (artifact.isEmpty()) {
            MessageDialog.openInformation(window.getShell(), Messages.ExportHandler_title,
                    Messages.ExportHandler_nothing);
            return null;
        }
        String given = event.getParameter(FILE);
        ArtifactFiles files = new ArtifactFiles(workspace, window.getService(Reports.class),
                window.getService(Exports.class));
        Optional<Path> file = given == null
                ? ask(window.getShell(), artifact.get(), files.kinds(artifact.get()))
                : Optional.of(Path.of(given));
        if (file.isPresent()) {
            Job job = Job.create(Messages.bind(Messages.ExportHandler_job, file.get().getFileName()),
                    (IProgressMonitor monitor) -> files.write(artifact.get(), file.get()));
            job.setUser(true);
            job.schedule();
        }
        return null;
    }

    private static Optional<ArtifactInfo> selected(ExecutionEvent event, Workspace workspace) {
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof ArtifactInfo info) {
            return Optional.of(info);
        }
        return HandlerUtil.getActiveEditor(event) instanceof ArtifactEditor editor
                && editor.getEditorInput() instanceof ArtifactEditorInput input
                        ? workspace.artifacts().stream().filter(info -> info.id().equals(input.artifactId()))
                                .findFirst()
                        : Optional.empty();
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
