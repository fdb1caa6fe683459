package org.chartroom.ui.internal.importing;

import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.importing.Imports;
import org.chartroom.model.Artifact;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the import wizard, with the artifact of the active editor as target. */
public final class ImportHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        String key = window.getActivePage().getActiveEditor() instanceof ArtifactEditor editor
                && editor.editing().root() instanceof Artifact artifact
                        ? artifact.getKey()
                        : null;
        ImportWizard wizard = new ImportWizard(window.getActivePage(), window.getService(Workspace.class),
                window.getService(ArtifactTypes.class), window.getService(Imports.class), key);
        new WizardDialog(window.getShell(), wizard).open();
        return null;
    }
}
