package org.chartroom.ui.internal.workspace;

import org.chartroom.core.workspace.Workspace;
import org.chartroom.ui.forms.SaveWorkspaceAsDialog;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Saves the workspace in another folder and goes on there. */
public final class SaveWorkspaceAsHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        new SaveWorkspaceAsDialog(window.getShell(), window.getService(Workspace.class)).open();
        return null;
    }
}
