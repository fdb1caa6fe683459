package org.chartroom.ui.internal.importing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlans;
import org.chartroom.exchange.importing.ImportProtocol;
import org.chartroom.exchange.importing.Imports;
import org.chartroom.exchange.importing.ModelPlan;
import org.chartroom.exchange.importing.TableSettings;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.model.Artifact;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.chartroom.ui.forms.ArtifactOpening;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.chartroom.ui.internal.workspace.Artifacts;
import org.eclipse.core.runtime.ILog;
import org.eclipse.emf.common.command.Command;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/**
 * Import of a table: file and format, mapping of its columns, dry run. It ends in the open editor as one step that can
 * be undone and is saved by the user.
 */
public final class ImportWizard extends Wizard {
    /** What a protocol says of the directory, as on the command line. */
    private static final String DIRECTORY = "directory";

    private final IWorkbenchPage workbenchPage;
    private final ImportState state;
    private final FilePage filePage;
    private final DryRunPage dryRunPage;
    private final ModelPage modelPage;
    private Optional<Path> file = Optional.empty();
    private final String targetKey;
    private boolean isIntoDirectory;

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
        this.state = new ImportState(workspace, imports, types, this::openEditing);
        this.filePage = new FilePage(state, types.all(), unsaved());
        this.dryRunPage = new DryRunPage(state);
        this.modelPage = new ModelPage(state);
        this.targetKey = targetKey;
        setWindowTitle(Messages.ImportWizard_title);
        setNeedsProgressMonitor(true);
    }

    private Optional<ArtifactEditing> openEditing(ImportTarget target) {
        Optional<ArtifactEditorInput> input = target.isDirectory()
                ? ArtifactEditorInput.ofDirectory(state.workspace(), Optional.empty())
                : target.artifact().map(artifact -> new ArtifactEditorInput(state.workspace(), artifact));
        return input.map(workbenchPage::findEditor).filter(ArtifactEditor.class::isInstance)
                .map(editor -> ((ArtifactEditor) editor).editing());
    }

    /** What an import made and nobody has saved yet can be imported into again. */
    private List<ArtifactInfo> unsaved() {
        return Arrays.stream(workbenchPage.getEditorReferences()).map(reference -> reference.getEditor(false))
                .filter(ArtifactEditor.class::isInstance).map(editor -> ((ArtifactEditor) editor).editing())
                .filter(editing -> !editing.isReadOnly() && editing.workspace() == state.workspace()
                        && editing.root() instanceof Artifact)
                .map(ArtifactEditing::artifact)
                .filter(artifact -> state.workspace().artifacts().stream()
                        .noneMatch(one -> one.id().equals(artifact.getId())))
                .map(artifact -> new ArtifactInfo(artifact.getId(), artifact.eClass(),
                        Objects.toString(artifact.getKey(), ""), Objects.toString(artifact.getTitle(), ""),
                        artifact.getStatus(), Optional.empty(), Revision.NONE))
                .toList();
    }

    @Override
    public void addPages() {
        addPage(filePage);
        addPage(new MappingPage(state));
        addPage(dryRunPage);
        addPage(modelPage);
    }

    /**
     * @param chosen the file to begin with, instead of asking for one
     * @return this wizard
     */
    public ImportWizard with(Path chosen) {
        file = Optional.of(chosen);
        return this;
    }

    /**
     * Proposes the directory as target.
     *
     * @return this wizard
     */
    public ImportWizard intoDirectory() {
        isIntoDirectory = true;
        return this;
    }

    /** Only from the plan, which is made anew each time it is shown: what is imported has been seen as it is now. */
    @Override
    public boolean canFinish() {
        IWizardPage plan = state.isModel() ? modelPage : dryRunPage;
        return getContainer().getCurrentPage() == plan && plan.isPageComplete();
    }

    @Override
    public boolean performCancel() {
        return !state.isMappedByHand() || Notice.confirm(MessageDialog.QUESTION, getShell(),
                Messages.ImportWizard_title, Messages.ImportWizard_discard);
    }

    /** @return the page that reads the file that was chosen before; it can be shown now */
    @Override
    public IWizardPage getStartingPage() {
        return filePage;
    }

    /** Reads the file that was chosen before, when there is a window that shows the progress. */
    public void begin() {
        file.ifPresent(filePage::choose);
    }

    @Override
    public void createPageControls(org.eclipse.swt.widgets.Composite parent) {
        super.createPageControls(parent);
        if (targetKey != null) {
            filePage.select(targetKey);
        }
        if (isIntoDirectory) {
            filePage.selectDirectory();
        }
    }

    @Override
    public boolean performFinish() {
        try {
            if (state.isModel()) {
                importModel();
                return true;
            }
            IEditorPart opened = openTarget();
            boolean isChanged;
            try {
                ArtifactEditing editing = ((ArtifactEditor) opened).editing();
                editing.flush();
                Optional<Command> command = command(editing);
                command.ifPresent(editing::execute);
                isChanged = command.isPresent();
            } catch (WorkspaceException | ImportException e) {
                if (state.target().isNew()) {
                    workbenchPage.closeEditor(opened, false);
                }
                throw e;
            }
            if (isChanged) {
                // What is wholly refused says nothing of its columns.
                state.remember();
            }
            return true;
        } catch (WorkspaceException | ImportException e) {
            refused(e);
            return false;
        } catch (PartInitException e) {
            ILog.get().error(e.getMessage(), e);
            refused(e);
            return false;
        }
    }

    private void refused(Exception e) {
        ((WizardPage) getContainer().getCurrentPage())
                .setErrorMessage(Notice.titled(getShell(), WizardAdvice.of(e.getMessage())));
    }

    private IEditorPart openTarget() throws PartInitException {
        ImportTarget target = state.target();
        if (target.isDirectory()) {
            return openDirectory();
        }
        return target.isNew()
                ? openNew(target.type().orElseThrow())
                : Artifacts.open(workbenchPage, state.workspace(), target.artifact().orElseThrow());
    }

    /** The first save makes the artifact: nothing of an import that is taken back before it stays behind. */
    private IEditorPart openNew(ArtifactType type) throws PartInitException {
        EditSession session = state.workspace().openSession();
        try {
            return ArtifactOpening.open(workbenchPage, session, session.create(type.eClass(), type.keyPrefix(),
                    TableSettings.title(state.table().file())));
        } catch (WorkspaceException | PartInitException e) {
            session.close();
            throw e;
        }
    }

    private IEditorPart openDirectory() throws PartInitException {
        return ArtifactOpening.openDirectory(workbenchPage, state.workspace(), Optional.empty(), null)
                .orElseThrow(() -> new ImportException(Messages.ImportWizard_readOnly));
    }

    /**
     * One artifact that is there is changed in its editor; all else, several artifacts or new ones, in that of the
     * directory, which every workspace has. So one undo takes back the whole file, and one save keeps it.
     */
    private void importModel() throws PartInitException {
        ModelPlan seen;
        try (EditSession session = state.workspace().openSession()) {
            seen = LongStep.run(getContainer(), Messages.DryRunPage_computing, () -> state.modelPlan(session));
        }
        List<ModelPlan.Entry> changed = seen.entries().stream()
                .filter(entry -> entry.outcome() == Outcome.CHANGED).toList();
        Optional<ArtifactInfo> only = changed.size() == 1 && seen.count(Outcome.CREATED) == 0
                ? state.workspace().find(changed.get(0).key())
                : Optional.empty();
        IEditorPart part = only.isPresent()
                ? Artifacts.open(workbenchPage, state.workspace(), only.get())
                : openDirectory();
        ArtifactEditing editing = ((ArtifactEditor) part).editing();
        editing.flush();
        ModelPlan plan = state.modelPlan(editing.session());
        if (plan.count(Outcome.REFUSED) > 0) {
            throw new ImportException(Messages.ModelPage_refused);
        }
        plan.command().map(command -> ImportProtocol.with(command, editing.session(), state.protocol(plan)))
                .ifPresent(editing::execute);
    }

    /** Plans over a copy in another thread, for the editor: its objects belong to the user interface. */
    private Optional<Command> command(ArtifactEditing editing) {
        try (EditSession session = state.planningSession(Optional.of(editing))) {
            List<ImportPlan> plans = LongStep.run(getContainer(), Messages.DryRunPage_computing,
                    () -> state.plans(session.root(editing.root().getId()).orElseThrow(), session));
            Optional<Command> command = plans.stream().allMatch(ImportPlan::isMovable)
                    ? ImportPlans.command(plans, editing.session())
                    : state.plans(editing.root(), editing.session()).get(0).command(editing.domain());
            return command.map(one -> protocolled(one, plans, editing));
        }
    }

    private Command protocolled(Command command, List<ImportPlan> plans, ArtifactEditing editing) {
        String key = editing.root() instanceof Artifact artifact ? artifact.getKey() : DIRECTORY;
        Command all = command;
        for (int i = 0; i < plans.size(); i++) {
            if (plans.get(i).changes()) {
                all = ImportProtocol.with(all, editing.session(),
                        state.protocol(plans.get(i), state.tables().get(i), key));
            }
        }
        return all;
    }
}
