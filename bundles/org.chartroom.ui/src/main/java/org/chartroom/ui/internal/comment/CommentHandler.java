package org.chartroom.ui.internal.comment;

import org.chartroom.model.Artifact;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.Notice;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Writes a comment on what is selected in the active editor, and on the field that has the focus. */
public final class CommentHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        if (HandlerUtil.getActiveEditor(event) instanceof ArtifactEditor editor && !editor.editing().isReadOnly()
                && editor.editing().root() instanceof Artifact) {
            new Commenting(shell, editor.editing()).write(editor.selected(), shell.getDisplay().getFocusControl());
        } else {
            Notice.information(shell, Messages.newTitle, Messages.noEditor);
        }
        return null;
    }
}
