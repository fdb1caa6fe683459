package org.chartroom.ui.internal.workspace;

import java.nio.file.Path;

import org.chartroom.core.workspace.Workspace;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.osgi.framework.FrameworkUtil;

/** Gives the workspace a password, another one, or none, and starts the workbench again. */
public final class WorkspacePasswordHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Workspace workspace = window.getService(Workspace.class);
        Shell shell = window.getShell();
        if (workspace.isReadOnly()) {
            Notice.error(shell, Messages.NewPasswordDialog_title, Messages.NewPasswordDialog_readOnly);
            return null;
        }
        if (!workspace.folder().equals(folderOfStart())) {
            Notice.error(shell, Messages.NewPasswordDialog_title,
                    Messages.bind(Messages.NewPasswordDialog_elsewhere, workspace.folder()));
            return null;
        }
        WorkspacePassword passwords = window.getService(WorkspacePassword.class);
        NewPasswordDialog dialog = new NewPasswordDialog(shell, passwords.isProtected());
        if (dialog.open() == Window.OK) {
            passwords.plan(workspace.folder(), dialog.present(), dialog.password());
            if (!window.getWorkbench().restart()) {
                passwords.forget();
            }
        }
        return null;
    }

    private static Path folderOfStart() {
        return Path.of(FrameworkUtil.getBundle(WorkspacePasswordHandler.class).getBundleContext()
                .getProperty("org.chartroom.workspace")).toAbsolutePath().normalize();
    }
}
