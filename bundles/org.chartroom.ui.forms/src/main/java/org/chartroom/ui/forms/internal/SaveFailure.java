package org.chartroom.ui.forms.internal;

import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.SaveWorkspaceAsDialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
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
        String text = failure.getMessage() + "\n\n" + Messages.saveFailedKept;
        if (!folderFails) {
            Notice.error(shell, Messages.saveFailed, text);
            return false;
        }
        return Notice.open(MessageDialog.ERROR, shell, Messages.saveFailed, text,
                Messages.saveAsButton, IDialogConstants.CANCEL_LABEL) == 0
                && new SaveWorkspaceAsDialog(shell, workspace).open() == Window.OK;
    }
}
