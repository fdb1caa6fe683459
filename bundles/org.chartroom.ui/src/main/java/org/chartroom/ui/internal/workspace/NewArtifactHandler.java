package org.chartroom.ui.internal.workspace;

import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.Workspace;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Makes a new artifact and opens it. */
public final class NewArtifactHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Workspace workspace = window.getService(Workspace.class);
        NewArtifactWizard wizard = new NewArtifactWizard(workspace, window.getService(ArtifactTypes.class));
        if (new WizardDialog(window.getShell(), wizard).open() == WizardDialog.OK) {
            try {
                Artifacts.open(window.getActivePage(), workspace, wizard.created());
            } catch (PartInitException e) {
                throw new ExecutionException(e.getMessage(), e);
            }
        }
        return null;
    }
}
