package org.chartroom.ui.forms;

import java.util.Optional;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.core.runtime.Status;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Opens what a page leads to, in the state the page shows. */
public final class Opening {
    private Opening() {
    }

    /**
     * Opens an artifact in its editor; tells the user when it is gone.
     *
     * @param from the page that is left
     * @param editing what it edits
     * @param artifactId id of the artifact to open
     * @param elementId id of what is to be revealed in it; null for the artifact as a whole
     */
    public static void open(IWorkbenchPart from, ArtifactEditing editing, String artifactId, String elementId) {
        Optional<ArtifactInfo> info = editing.session().artifacts().stream()
                .filter(artifact -> artifact.id().equals(artifactId)).findFirst();
        if (info.isEmpty()) {
            Notice.information(from.getSite().getShell(), Messages.openTitle, Messages.openGone);
            return;
        }
        try {
            IEditorPart opened = ArtifactOpening.open(from.getSite().getPage(), editing.workspace(), info.get(),
                    editing.session().asOf());
            if (elementId != null && opened instanceof ArtifactEditor editor) {
                editor.editing().session().loaded(elementId)
                        .ifPresent((Element element) -> editor.reveal(element, null));
            }
        } catch (PartInitException e) {
            ErrorDialog.openError(from.getSite().getShell(), Messages.openTitle, null,
                    Status.error(e.getMessage(), e));
        }
    }

    /**
     * Opens what a reference leads to: an artifact, the artifact that something is in, or the directory; tells the user when
     * it is gone.
     *
     * @param from the page that is left
     * @param editing what it edits
     * @param target an element of its session
     */
    public static void open(IWorkbenchPart from, ArtifactEditing editing, Element target) {
        if (!target.eIsProxy() && EcoreUtil.getRootContainer(target) instanceof Directory) {
            openDirectory(editing, target.eContainmentFeature(), target.getId());
        } else {
            String artifactId = EcoreUtil.getRootContainer(target) instanceof Artifact artifact ? artifact.getId() : "";
            open(from, editing, artifactId, artifactId.equals(target.getId()) ? null : target.getId());
        }
    }

    /**
     * Opens the directory in the state a page shows.
     *
     * @param editing what the page edits
     * @param list the list of the directory to show
     * @param elementId id of what is to be revealed in it; null for the list as a whole
     */
    public static void openDirectory(ArtifactEditing editing, EReference list, String elementId) {
        try {
            Optional<IEditorPart> opened = ArtifactOpening.openDirectory(
                    PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), editing.workspace(),
                    editing.session().asOf(), list);
            if (elementId != null && opened.isPresent() && opened.get() instanceof ArtifactEditor editor) {
                editor.editing().session().loaded(elementId)
                        .ifPresent((Element element) -> editor.reveal(element, null));
            }
        } catch (PartInitException e) {
            ErrorDialog.openError(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), Messages.openTitle,
                    null, Status.error(e.getMessage(), e));
        }
    }
}
