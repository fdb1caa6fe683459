package org.chartroom.ui.internal.workspace;

import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ReasonDialog;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.handlers.HandlerUtil;

/** Saves the active editor with a reason, which is kept with the revision. */
public final class SaveWithReasonHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof ArtifactEditor editor) {
            editor.editing().flush();
            if (editor.isDirty()) {
                boolean demanded = !editor.editing().session().reasonDemands().isEmpty();
                ReasonDialog.ask(HandlerUtil.getActiveShell(event), Messages.SaveWithReasonHandler_question,
                        editor.editing().workspace(), demanded)
                        .ifPresent(reason -> editor.save(reason, new NullProgressMonitor()));
            }
        }
        return null;
    }
}
