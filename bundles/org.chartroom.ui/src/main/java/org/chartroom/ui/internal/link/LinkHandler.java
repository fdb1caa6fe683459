package org.chartroom.ui.internal.link;

import java.util.Optional;

import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.link.Linking;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Links what is selected in the active editor, or its artifact, to what the user chooses. */
public final class LinkHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Optional<Linking> linking = HandlerUtil.getActiveEditor(event) instanceof ArtifactEditor editor
                ? Linking.of(shell, editor.editing(), editor.selected())
                : Optional.empty();
        linking.ifPresentOrElse(Linking::ask,
                () -> Notice.information(shell, Messages.linkFailed, Messages.noEditor));
        return null;
    }
}
