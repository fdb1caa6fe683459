package org.chartroom.ui.internal.workspace;

import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.sample.SamplePortfolio;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Adds the sample portfolio to the workspace. */
public final class LoadSampleHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        try {
            Workspace workspace = window.getService(Workspace.class);
            boolean wasEmpty = workspace.artifacts().isEmpty();
            int added = SamplePortfolio.load(workspace, window.getService(ArtifactTypes.class).all());
            // In an empty workspace one sees it.
            if (!wasEmpty) {
                Notice.information(window.getShell(), Messages.LoadSampleHandler_title, added == 0
                        ? Messages.LoadSampleHandler_there
                        : Messages.bind(Messages.LoadSampleHandler_added, added));
            }
        } catch (WorkspaceException | ImportException e) {
            Notice.error(window.getShell(), Messages.LoadSampleHandler_title, e.getMessage());
        }
        return null;
    }
}
