package org.chartroom.ui.internal.directory;

import java.util.Optional;

import org.chartroom.core.workspace.Workspace;
import org.chartroom.ui.forms.ArtifactOpening;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the directory of the workspace. */
public final class DirectoryHandler extends AbstractHandler {
    /** Id of the command. */
    public static final String COMMAND = "org.chartroom.ui.directory";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        try {
            if (ArtifactOpening.openDirectory(window.getActivePage(), window.getService(Workspace.class),
                    Optional.empty(), null).isEmpty()) {
                Notice.information(window.getShell(), Messages.DirectoryHandler_title,
                        Messages.DirectoryHandler_none);
            }
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }
}
