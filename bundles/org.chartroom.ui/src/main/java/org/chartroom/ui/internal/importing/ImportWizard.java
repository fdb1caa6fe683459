package org.chartroom.ui.internal.importing;

import java.util.Optional;

import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportProtocol;
import org.chartroom.exchange.importing.Imports;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.chartroom.ui.internal.workspace.Artifacts;
import org.eclipse.core.runtime.ILog;
import org.eclipse.emf.common.command.Command;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/**
 * Import of a table: file and format, mapping of its columns, dry run. It ends in the open editor as one step that can
 * be undone and is saved by the user.
 */
public final class ImportWizard extends Wizard {
    private final IWorkbenchPage workbenchPage;
    private final ImportState state;
    private final FilePage filePage;
    private final String targetKey;

    /**
     * @param workbenchPage where the editor is opened
     * @param workspace the workspace
     * @param types the types to import into
     * @param imports knows formats
     * @param targetKey key of the artifact to propose as target; may be null
     */
    public ImportWizard(IWorkbenchPage workbenchPage, Workspace workspace, ArtifactTypes types, Imports imports,
            String targetKey) {
        this.workbenchPage = workbenchPage;
        this.state = new ImportState(workspace, imports, types.all(), this::openEditing);
        this.filePage = new FilePage(state, types.all());
        this.targetKey = targetKey;
        setWindowTitle(Messages.ImportWizard_title);
        setNeedsProgressMonitor(true);
    }

    private Optional<ArtifactEditing> openEditing(ArtifactInfo artifact) {
        return workbenchPage
                .findEditor(new ArtifactEditorInput(state.workspace(), artifact)) instanceof ArtifactEditor open
                        ? Optional.of(open.editing())
                        : Optional.empty();
    }

    @Override
    public void addPages() {
        addPage(filePage);
        addPage(new MappingPage(state));
        addPage(new DryRunPage(state));
    }

    @Override
    public void createPageControls(org.eclipse.swt.widgets.Composite parent) {
        super.createPageControls(parent);
        if (targetKey != null) {
            filePage.select(targetKey);
        }
    }

    @Override
    public boolean performFinish() {
        try {
            ArtifactInfo target = state.target().orElseGet(
                    () -> Artifacts.create(state.workspace(), state.type(), state.table().file()));
            ArtifactEditing editing = ((ArtifactEditor) Artifacts.open(workbenchPage, state.workspace(), target))
                    .editing();
            editing.flush();
            command(editing).ifPresent(editing::execute);
            state.remember();
            return true;
        } catch (WorkspaceException | ImportException e) {
            ((WizardPage) getContainer().getCurrentPage())
                    .setErrorMessage(Notice.titled(getShell(), e.getMessage()));
            return false;
        } catch (PartInitException e) {
            ILog.get().error(e.getMessage(), e);
            ((WizardPage) getContainer().getCurrentPage())
                    .setErrorMessage(Notice.titled(getShell(), e.getMessage()));
            return false;
        }
    }

    /** Plans over a copy in another thread, for the editor: its objects belong to the user interface. */
    private Optional<Command> command(ArtifactEditing editing) {
        try (EditSession session = state.planningSession(Optional.of(editing))) {
            ImportPlan plan = LongStep.run(getContainer(), Messages.DryRunPage_computing,
                    () -> state.plan(session.artifact(editing.artifact().getId()).orElseThrow(), session.directory()));
            Optional<Command> command = plan.isMovable()
                    ? plan.command(editing.session())
                    : state.plan(editing.artifact(), editing.directory()).command(editing.domain());
            return command.map(one -> ImportProtocol.with(one, editing.session(),
                    state.protocol(plan, editing.artifact().getKey())));
        }
    }
}
