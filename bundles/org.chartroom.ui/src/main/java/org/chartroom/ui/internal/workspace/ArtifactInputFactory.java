package org.chartroom.ui.internal.workspace;

import java.util.Optional;

import org.chartroom.core.workspace.Workspace;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.PlatformUI;

/** Opens the editors again that were open when the workbench was closed. */
public final class ArtifactInputFactory implements IElementFactory {
    @Override
    public IAdaptable createElement(IMemento memento) {
        Workspace workspace = PlatformUI.getWorkbench().getService(Workspace.class);
        String id = memento.getString(ArtifactEditorInput.ARTIFACT);
        if (workspace == null) {
            return null;
        }
        if (workspace.directoryId().filter(directory -> directory.equals(id)).isPresent()) {
            return ArtifactEditorInput.ofDirectory(workspace, Optional.empty()).orElse(null);
        }
        return workspace.artifacts().stream().filter(artifact -> artifact.id().equals(id)).findFirst()
                .map(artifact -> new ArtifactEditorInput(workspace, artifact)).orElse(null);
    }
}
