package org.chartroom.ui.internal.importing;

import java.nio.file.Path;

import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.importing.Imports;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the import wizard, with what the active editor edits as target. */
public final class ImportHandler extends AbstractHandler {
    private static final String FILE = "org.chartroom.ui.import.file";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        String file = event.getParameter(FILE);
        if (file != null) {
            open(window, Path.of(file));
            return null;
        }
        Element active = window.getActivePage().getActiveEditor() instanceof ArtifactEditor editor
                ? editor.editing().root()
                : null;
        ImportWizard wizard = wizard(window, active instanceof Artifact artifact ? artifact.getKey() : null);
        new WizardDialog(window.getShell(), active instanceof Directory ? wizard.intoDirectory() : wizard).open();
        return null;
    }

    private static ImportWizard wizard(IWorkbenchWindow window, String key) {
        return new ImportWizard(window.getActivePage(), window.getService(Workspace.class),
                window.getService(ArtifactTypes.class), window.getService(Imports.class), key);
    }

    /**
     * Opens the import wizard with a file, for example one that was dragged into the window.
     *
     * @param window the window
     * @param file the file
     */
    public static void open(IWorkbenchWindow window, Path file) {
        ImportWizard wizard = wizard(window, null).with(file);
        WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
        dialog.create();
        dialog.getShell().getDisplay().asyncExec(wizard::begin);
        dialog.open();
    }
}
