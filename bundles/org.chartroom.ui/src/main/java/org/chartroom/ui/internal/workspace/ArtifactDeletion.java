package org.chartroom.ui.internal.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Artifact;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.ReasonDialog;
import org.chartroom.ui.forms.link.Deletion;
import org.chartroom.ui.internal.Messages;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;

/** Deletes an artifact after telling what would break and asking why. */
public final class ArtifactDeletion {
    private ArtifactDeletion() {
    }

    /**
     * @param page the page whose editors on the artifact are closed
     * @param workspace its workspace
     * @param info the artifact
     */
    public static void ask(IWorkbenchPage page, Workspace workspace, ArtifactInfo info) {
        Shell shell = page.getWorkbenchWindow().getShell();
        String name = info.key() + " " + info.title();
        List<IEditorReference> editors = editors(page, info);
        if (editors.stream().anyMatch(IEditorReference::isDirty)) {
            Notice.information(shell, Messages.ArtifactDeletion_failed,
                    NLS.bind(Messages.ArtifactDeletion_dirty, name));
            return;
        }
        try (EditSession session = workspace.openSession()) {
            Optional<Artifact> artifact = session.artifact(info.id());
            if (artifact.isEmpty()) {
                return;
            }
            List<String> broken = Deletion.broken(session, List.of(artifact.get()));
            String question = NLS.bind(Messages.ArtifactDeletion_question, name);
            Optional<String> reason = ReasonDialog.ask(shell, broken.isEmpty()
                    ? question
                    : NLS.bind(Messages.ArtifactDeletion_broken, question, String.join("\n", broken)), workspace,
                    true);
            if (reason.isPresent()) {
                page.closeEditors(editors.toArray(IEditorReference[]::new), false);
                session.delete(artifact.get());
                session.commit(reason.get());
            }
        } catch (WorkspaceException e) {
            Notice.error(shell, Messages.ArtifactDeletion_failed, e.getMessage());
        }
    }

    private static List<IEditorReference> editors(IWorkbenchPage page, ArtifactInfo info) {
        return Arrays.stream(page.getEditorReferences()).filter(reference -> {
            IEditorPart editor = reference.getEditor(false);
            return editor != null && editor.getEditorInput() instanceof ArtifactEditorInput input
                    && input.artifactId().equals(info.id());
        }).toList();
    }
}
