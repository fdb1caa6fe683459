package org.chartroom.ui.internal.workspace;

import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

/** Saves the active editor with a reason, which is kept with the revision. */
public final class SaveWithReasonHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof ArtifactEditor editor) {
            editor.editing().flush();
            InputDialog dialog = new InputDialog(HandlerUtil.getActiveShell(event),
                    Messages.SaveWithReasonHandler_title, Messages.SaveWithReasonHandler_question, "", null);
            if (editor.isDirty() && dialog.open() == Window.OK) {
                editor.save(dialog.getValue().strip(), new NullProgressMonitor());
            }
        }
        return null;
    }
}
