package org.chartroom.ui.internal.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Checks everything the workspace holds against its checksums and the chain of its revisions, and says what was found. */
public final class VerifyHandler extends AbstractHandler {
    private static final int MOST = 12;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Workspace workspace = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(Workspace.class);
        Job job = Job.create(Messages.VerifyHandler_job, (IProgressMonitor monitor) -> {
            Verification result = workspace.verify(Optional.empty(), monitor);
            shell.getDisplay().asyncExec(() -> show(shell, result, workspace));
        });
        job.setUser(true);
        job.schedule();
        return null;
    }

    private static void show(Shell shell, Verification result, Workspace workspace) {
        if (shell.isDisposed()) {
            return;
        }
        if (result.isIntact()) {
            String head = result.head().map(revision -> Messages.bind(Messages.VerifyHandler_head,
                    revision.number(), revision.hash())).orElse("");
            Notice.information(shell, Messages.VerifyHandler_title, Messages.bind(
                    Messages.VerifyHandler_intact, new Object[]{result.revisions(), result.rows(), head}));
            return;
        }
        StringBuilder text = new StringBuilder(Messages.VerifyHandler_damaged);
        result.first().map(Verification.Problem::revision).flatMap(workspace::revision).ifPresent(
                first -> text.append("\n\n").append(Messages.bind(Messages.VerifyHandler_first, new Object[]{
                        first.number(), first.author(), first.committedAt().atZone(ZoneId.systemDefault())
                                .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM))})));
        result.problems().stream().limit(MOST).forEach(problem -> text.append("\n\n").append(problem.message()));
        if (result.problems().size() > MOST) {
            text.append("\n\n").append(Messages.bind(Messages.VerifyHandler_more, result.problems().size() - MOST));
        }
        Notice.error(shell, Messages.VerifyHandler_title, text.toString());
    }
}
