package org.chartroom.ui.forms;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.chartroom.core.check.Checks;
import org.chartroom.core.workspace.ReasonDemand;
import org.chartroom.core.workspace.SaveConflict;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.internal.ArtifactOutline;
import org.chartroom.ui.forms.internal.ConflictDialog;
import org.chartroom.ui.forms.internal.ElementProperties;
import org.chartroom.ui.forms.internal.Messages;
import org.chartroom.ui.forms.internal.SaveFailure;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.Expression;
import org.eclipse.core.expressions.ExpressionInfo;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/**
 * Base of the editors of artifacts, and of that of the directory: opens a session on the artifact, saves as one commit, undoes and redoes through the
 * editing domain, offers outline and properties. Subclasses add pages.
 */
public abstract class ArtifactEditor extends FormEditor implements EditingListener {
    private static final String PLUGIN = "org.chartroom.ui.forms";
    private static final int LONGEST_TIP = 500;

    private final EditorSelection selection = new EditorSelection();
    private ArtifactEditing editing;
    /** Whether mine is kept where somebody else changed the same, as chosen so far. */
    private final Map<SaveConflict, Boolean> conflictChoices = new HashMap<>();
    private String toolTip;
    private StackHandler undo;
    private StackHandler redo;
    private Collection<IHandlerActivation> undoActivations = List.of();

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        super.init(site, input);
        if (!(input instanceof ArtifactEditorInput artifactInput)) {
            throw new PartInitException(Messages.openFailed);
        }
        try {
            Checks checks = site.getService(Checks.class);
            editing = artifactInput.session().isPresent()
                    ? new ArtifactEditing(artifactInput.session().get(), artifactInput.artifactId(), checks)
                    : new ArtifactEditing(artifactInput.workspace(), artifactInput.artifactId(),
                            artifactInput.state(), checks);
        } catch (WorkspaceException | IllegalArgumentException e) {
            throw new PartInitException(Status.error(e.getMessage(), e));
        }
        site.setSelectionProvider(selection);
        editing.addListener(this);
        activateUndo(site);
        updateName();
    }

    private void activateUndo(IEditorSite site) {
        undo = new StackHandler(() -> editing.undo(), () -> editing.canUndo());
        redo = new StackHandler(() -> editing.redo(), () -> editing.canRedo());
        // On the window's service, not the site's: a quick fix in the Findings view is undone there as well.
        IHandlerService handlers = site.getWorkbenchWindow().getService(IHandlerService.class);
        Expression active = new ActiveEditor(this);
        undoActivations = List.of(handlers.activateHandler(IWorkbenchCommandConstants.EDIT_UNDO, undo, active),
                handlers.activateHandler(IWorkbenchCommandConstants.EDIT_REDO, redo, active));
    }

    /** Holds while an editor is the active one, whether it or a view has the focus. */
    private static final class ActiveEditor extends Expression {
        private final ArtifactEditor editor;

        ActiveEditor(ArtifactEditor editor) {
            this.editor = editor;
        }

        @Override
        public void collectExpressionInfo(ExpressionInfo info) {
            info.addVariableNameAccess(ISources.ACTIVE_EDITOR_NAME);
        }

        @Override
        public EvaluationResult evaluate(IEvaluationContext context) {
            return EvaluationResult.valueOf(context.getVariable(ISources.ACTIVE_EDITOR_NAME) == editor);
        }
    }

    /** Undo or redo, enabled while there is something to do. */
    private static final class StackHandler extends AbstractHandler {
        private final Runnable action;
        private final BooleanSupplier possible;

        StackHandler(Runnable action, BooleanSupplier possible) {
            this.action = action;
            this.possible = possible;
            setBaseEnabled(possible.getAsBoolean());
        }

        @Override
        public Object execute(ExecutionEvent event) {
            action.run();
            return null;
        }

        void update() {
            setBaseEnabled(possible.getAsBoolean());
        }
    }

    private void updateName() {
        String past = editing.session().asOf().map(state -> " @ " + state.label())
                .orElseGet(() -> editing.isReadOnly() ? " " + Messages.readOnlyTab : "");
        String full = FieldFormat.name(editing.root());
        boolean titled = editing.root() instanceof Artifact artifact && artifact.getTitle() != null
                && !artifact.getTitle().isEmpty();
        setPartName(LabelText.line(titled ? editing.artifact().getTitle() : full) + LabelText.line(past));
        toolTip = LabelText.shortened(full + past, LONGEST_TIP)
                + (editing.isReadOnly() ? "\n" + Messages.readOnlyTip : "");
        setTitleToolTip(toolTip);
    }

    /** What the input says is only its name. */
    @Override
    public String getTitleToolTip() {
        return toolTip == null ? super.getTitleToolTip() : toolTip;
    }

    /** @return the artifact and its session */
    public final ArtifactEditing editing() {
        return editing;
    }

    /** @return the element that is selected, or else the artifact or the directory */
    public final Element selected() {
        return getSite().getSelectionProvider().getSelection() instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof Element element ? element : editing.root();
    }

    @Override
    protected final void addPages() {
        try {
            addArtifactPages();
        } catch (PartInitException e) {
            // The workbench shows what a part throws while it is made as an error page in place of the editor.
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * Adds the pages of the editor.
     *
     * @throws PartInitException when a page can't be made
     */
    protected abstract void addArtifactPages() throws PartInitException;

    /** @param selected what is selected in the editor now */
    public final void select(ISelection selected) {
        selection.setSelection(selected);
    }

    /**
     * Shows an element, or a field of it, on the first page that has it.
     *
     * @param element an element of the artifact
     * @param feature a feature of it; null for the element as a whole
     */
    public final void reveal(Element element, EStructuralFeature feature) {
        for (Object page : pages) {
            if (page instanceof ArtifactPage artifactPage) {
                setActivePage(artifactPage.getId());
                if (artifactPage.reveal(element, feature)) {
                    select(new StructuredSelection(element));
                    return;
                }
            }
        }
    }

    @Override
    public void changed() {
        firePropertyChange(PROP_DIRTY);
        undo.update();
        redo.update();
        updateName();
    }

    @Override
    public boolean isDirty() {
        return editing != null && editing.isDirty();
    }

    /** Asks for a reason first where the model demands one for something that changed. */
    @Override
    public void doSave(IProgressMonitor monitor) {
        editing.flush();
        List<ReasonDemand> demands = editing.session().reasonDemands();
        if (demands.isEmpty()) {
            save("", monitor);
            return;
        }
        Optional<String> reason = ReasonDialog.ask(getSite().getShell(),
                String.join("\n", demands.stream().map(ReasonDemand::message).distinct().toList()),
                editing.workspace(), true);
        if (reason.isPresent()) {
            save(reason.get(), monitor);
        } else {
            monitor.setCanceled(true);
        }
    }

    /**
     * Saves with a reason. Where others changed the same the user chooses what is saved. When it fails the user is told and
     * everything stays as it is, to be tried again; when the folder of the workspace is what fails, the workspace can be
     * saved elsewhere first.
     *
     * @param reason why, in the user's words; may be empty
     * @param monitor is cancelled when saving failed
     */
    public final void save(String reason, IProgressMonitor monitor) {
        if (!isSaved(reason)) {
            monitor.setCanceled(true);
        }
        firePropertyChange(PROP_DIRTY);
        if (!editing.isDirty() && editing.isDeleted()) {
            // Not now: the workbench is still at saving it.
            getSite().getShell().getDisplay().asyncExec(() -> close(false));
        }
    }

    private boolean isSaved(String reason) {
        try {
            return saveOrSolve(reason);
        } catch (WorkspaceException e) {
            ILog.get().log(new Status(IStatus.ERROR, PLUGIN, e.getMessage(), e));
            return SaveFailure.isMended(getSite().getShell(), editing.workspace(), e) && isSaved(reason);
        }
    }

    /** @return whether it was saved; not when the user leaves conflicts as they are */
    private boolean saveOrSolve(String reason) {
        try {
            editing.save(reason);
            return true;
        } catch (WorkspaceException e) {
            if (e.kind() != WorkspaceException.Kind.CONFLICT) {
                throw e;
            }
            List<SaveConflict> conflicts = editing.session().conflicts();
            Optional<List<SaveConflict>> givenUp = conflicts.isEmpty()
                    ? Optional.of(conflicts)
                    : ConflictDialog.ask(getSite().getShell(), conflicts, conflictChoices);
            if (givenUp.isEmpty()) {
                return false;
            }
            editing.session().rebase(givenUp.get());
            editing.save(reason);
            conflictChoices.clear();
            return true;
        }
    }

    /** Artifacts live in their workspace; a copy in a file is an export. */
    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("An artifact is not saved under another name.");
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IPropertySheetPage.class) {
            return adapter.cast(ElementProperties.page(editing));
        }
        if (adapter == IContentOutlinePage.class) {
            return adapter.cast(new ArtifactOutline(this, selection));
        }
        if (adapter == ArtifactEditing.class) {
            return adapter.cast(editing);
        }
        return super.getAdapter(adapter);
    }

    @Override
    public void dispose() {
        getSite().getWorkbenchWindow().getService(IHandlerService.class).deactivateHandlers(undoActivations);
        if (editing != null) {
            editing.close();
        }
        super.dispose();
    }
}
