package org.chartroom.ui.forms.internal;

import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.ui.forms.SaveWorkspaceAsDialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;

/** Tells why something could not be saved, and offers to save the workspace elsewhere when its folder is the reason. */
public final class SaveFailure {
    private SaveFailure() {
    }

    /**
     * @param shell the window it belongs to
     * @param workspace the workspace that could not save
     * @param failure why
     * @return whether the workspace is saved elsewhere now, so that it is worth trying again
     */
    public static boolean isMended(Shell shell, Workspace workspace, WorkspaceException failure) {
        boolean folderFails = switch (failure.kind()) {
            case REPLACED, UNWRITABLE, DISK_FULL -> true;
            default -> false;
        };
        if (!folderFails) {
            MessageDialog.openError(shell, Messages.saveFailed, failure.getMessage());
            return false;
        }
        return MessageDialog.open(MessageDialog.ERROR, shell, Messages.saveFailed, failure.getMessage(), SWT.NONE,
                Messages.saveAsButton, IDialogConstants.CANCEL_LABEL) == 0
                && new SaveWorkspaceAsDialog(shell, workspace).open() == Window.OK;
    }
}
