package org.chartroom.ui.internal.history;

import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.internal.Messages;
import org.chartroom.ui.internal.workspace.Artifacts;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens artifacts, or all of them, as they were in a state of the past. */
public final class OpenAsOfHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        Workspace workspace = page.getWorkbenchWindow().getService(Workspace.class);
        Shell shell = HandlerUtil.getActiveShell(event);
        Optional<State> state = StateDialog.ask(shell, workspace, Messages.OpenAsOfHandler_title);
        if (state.isPresent()) {
            open(page, workspace, shell, state.get());
        }
        return null;
    }

    private static void open(IWorkbenchPage page, Workspace workspace, Shell shell, State state)
            throws ExecutionException {
        List<ArtifactInfo> artifacts;
        try (EditSession session = workspace.openSession(state)) {
            artifacts = session.artifacts().stream().filter(artifact -> state.projectId().isEmpty()
                    || state.projectId().equals(artifact.projectId())).toList();
        }
        ListSelectionDialog dialog = ListSelectionDialog.of(artifacts)
                .contentProvider(ArrayContentProvider.getInstance())
                .labelProvider(LabelProvider.createTextProvider(OpenAsOfHandler::label))
                .title(Messages.OpenAsOfHandler_title)
                .message(Messages.bind(Messages.OpenAsOfHandler_message, state.label())).create(shell);
        if (dialog.open() != Window.OK) {
            return;
        }
        for (Object chosen : dialog.getResult()) {
            try {
                Artifacts.openAsOf(page, workspace, ((ArtifactInfo) chosen).id(), state);
            } catch (PartInitException e) {
                throw new ExecutionException(e.getMessage(), e);
            }
        }
    }

    private static String label(Object artifact) {
        return ((ArtifactInfo) artifact).key() + "  " + LabelText.line(((ArtifactInfo) artifact).title());
    }
}
