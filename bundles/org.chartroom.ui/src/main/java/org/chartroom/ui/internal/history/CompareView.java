package org.chartroom.ui.internal.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.core.compare.Comparison;
import org.chartroom.core.compare.Counts;
import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Merge;
import org.chartroom.core.compare.Side;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactOpening;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.chartroom.ui.internal.workspace.Artifacts;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.AbstractTreeViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

/**
 * The differences between two states of the workspace, as a tree of artifacts, items and fields with what they were and
 * what they are; each can be taken over into the open artifact, as a step that can be undone; so can whole artifacts.
 */
public final class CompareView extends ViewPart {
    /** Id of the view. */
    public static final String ID = "org.chartroom.ui.compare";

    /** More differences than these are shown folded. */
    private static final int MOST_EXPANDED = 300;

    private Workspace workspace;
    private Button left;
    private Button right;
    private Label summary;
    private TreeViewer tree;
    private Optional<State> leftState = Optional.empty();
    private Optional<State> rightState = Optional.empty();
    private Comparison comparison;
    private List<EditSession> sessions = List.of();
    private Job job;

    /**
     * Compares a state with now, in the view, which is opened when it is not.
     *
     * @param page where the view is
     * @param state the state
     */
    static void show(IWorkbenchPage page, State state) {
        try {
            ((CompareView) page.showView(ID)).compare(Optional.of(state), Optional.empty());
        } catch (PartInitException e) {
            ILog.get().error(e.getMessage(), e);
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        workspace = getSite().getService(Workspace.class);
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 4).applyTo(parent);
        Composite tools = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(7).spacing(8, 0).applyTo(tools);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools);
        left = button(tools, () -> choose().ifPresent(state -> compare(Optional.of(state), rightState)));
        new Label(tools, SWT.NONE).setText(Messages.CompareView_with);
        right = button(tools, () -> choose().ifPresent(state -> compare(leftState, Optional.of(state))));
        Button now = button(tools, () -> compare(leftState, Optional.empty()));
        now.setText(Messages.CompareView_now);
        summary = new Label(tools, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(summary);
        Button export = button(tools, this::export);
        export.setText(Messages.CompareView_export);
        createTree(parent);
        showSides();
        summary.setText(Messages.CompareView_choose);
    }

    private static Button button(Composite parent, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void createTree(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 80).applyTo(area);
        TreeColumnLayout layout = new TreeColumnLayout();
        area.setLayout(layout);
        tree = new TreeViewer(area, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
        tree.getTree().setHeaderVisible(true);
        tree.setContentProvider(new DifferenceTree());
        column(layout, Messages.CompareView_what, 34, Difference::label);
        column(layout, Messages.CompareView_kind, 12, CompareView::kind);
        column(layout, Messages.CompareView_left, 27, Difference::leftText);
        column(layout, Messages.CompareView_right, 27, Difference::rightText);
        MenuManager menu = new MenuManager();
        menu.add(takeOver(Messages.CompareView_takeLeft, true));
        menu.add(takeOver(Messages.CompareView_takeRight, false));
        tree.getTree().setMenu(menu.createContextMenu(tree.getTree()));
    }

    private void column(TreeColumnLayout layout, String title, int weight, Function<Difference, String> text) {
        TreeViewerColumn column = new TreeViewerColumn(tree, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 80));
        column.setLabelProvider(ColumnLabelProvider
                .createTextProvider(one -> text.apply((Difference) one).replaceAll("\\s+", " ")));
    }

    private static String kind(Difference difference) {
        return switch (difference.kind()) {
            case ADDED -> Messages.CompareView_added;
            case REMOVED -> Messages.CompareView_removed;
            case MOVED -> Messages.CompareView_moved;
            case CHANGED -> Messages.CompareView_changed;
            case DERIVED -> Messages.CompareView_derived;
            case INSIDE -> "";
        };
    }

    private Optional<State> choose() {
        return StateDialog.ask(getSite().getShell(), workspace, Messages.CompareView_chooseTitle);
    }

    private void showSides() {
        left.setText(leftState.map(State::label).map(LabelText::label).orElse(Messages.CompareView_nothing));
        right.setText(rightState.map(State::label).map(LabelText::label).orElse(Messages.CompareView_now));
        left.getParent().layout();
    }

    /** Compares two states; an empty one on the right is now. */
    private void compare(Optional<State> from, Optional<State> to) {
        leftState = from;
        rightState = to;
        showSides();
        if (from.isEmpty()) {
            return;
        }
        if (job != null) {
            job.cancel();
        }
        job = Job.create(Messages.CompareView_job, (IProgressMonitor monitor) -> {
            List<EditSession> opened = new ArrayList<>();
            opened.add(workspace.openSession(from.get()));
            opened.add(to.map(workspace::openSession).orElseGet(workspace::openSession));
            Comparison result = Comparison.of(Side.of(opened.get(0)), Side.of(opened.get(1)));
            tree.getTree().getDisplay().asyncExec(() -> {
                if (monitor.isCanceled() || tree.getTree().isDisposed()) {
                    opened.forEach(EditSession::close);
                } else {
                    show(result, opened);
                }
            });
        });
        job.schedule();
    }

    private void show(Comparison result, List<EditSession> opened) {
        sessions.forEach(EditSession::close);
        sessions = opened;
        comparison = result;
        tree.setInput(result.differences());
        Counts counts = result.counts();
        int all = counts.added() + counts.removed() + counts.moved() + counts.changed() + counts.derived();
        tree.expandToLevel(all <= MOST_EXPANDED ? AbstractTreeViewer.ALL_LEVELS : 2);
        summary.setText(counts.isEmpty()
                ? Messages.CompareView_same
                : Messages.bind(Messages.CompareView_counts, new Object[]{counts.added(), counts.removed(),
                        counts.moved(), counts.changed(), counts.derived()}));
        summary.requestLayout();
    }

    private Action takeOver(String text, boolean fromLeft) {
        return new Action(text) {
            @Override
            public void run() {
                List<Difference> selected = new ArrayList<>();
                tree.getStructuredSelection().forEach(one -> selected.add((Difference) one));
                try {
                    apply(selected, fromLeft);
                } catch (WorkspaceException | PartInitException e) {
                    Notice.error(getSite().getShell(), Messages.CompareView_failed, e.getMessage());
                }
            }
        };
    }

    /** Takes differences over into the open editors of their artifacts, where they can be undone and are to be saved. */
    private void apply(List<Difference> selected, boolean fromLeft) throws PartInitException {
        for (ArtifactInfo artifact : workspace.artifacts()) {
            List<Difference> own = in(artifact.id(), selected);
            if (!own.isEmpty()) {
                takeOver(own, fromLeft, Artifacts.open(getSite().getPage(), workspace, artifact));
            }
        }
        List<Difference> ofDirectory = workspace.directoryId().map(id -> in(id, selected)).orElse(List.of());
        if (!ofDirectory.isEmpty()) {
            takeOver(ofDirectory, fromLeft, ArtifactOpening
                    .openDirectory(getSite().getPage(), workspace, Optional.empty(), null).orElseThrow());
        }
        for (Difference whole : selected) {
            if (whole.feature() == null && whole.element() instanceof Artifact artifact
                    && (fromLeft ? whole.left() : whole.right()) != null && !isThere(artifact)) {
                bringBack(whole, fromLeft);
            }
        }
    }

    private static List<Difference> in(String rootId, List<Difference> differences) {
        return differences.stream().filter(one -> rootId(one).equals(rootId)).toList();
    }

    private static void takeOver(List<Difference> differences, boolean fromLeft, IEditorPart opened) {
        if (opened instanceof ArtifactEditor editor) {
            ArtifactEditing editing = editor.editing();
            editing.flush();
            editing.execute(Merge.command(differences, fromLeft, editing.session()));
        }
    }

    private boolean isThere(Artifact artifact) {
        return workspace.artifacts().stream().anyMatch(info -> info.id().equals(artifact.getId()));
    }

    /** Opens an artifact that is not there in an editor of its own, where it can be undone and is to be saved. */
    private void bringBack(Difference whole, boolean fromLeft) throws PartInitException {
        EditSession session = workspace.openSession();
        try {
            session.editingDomain().getCommandStack().execute(Merge.command(List.of(whole), fromLeft, session));
            ArtifactOpening.open(getSite().getPage(), session,
                    session.artifact(whole.element().getId()).orElseThrow());
        } catch (WorkspaceException | PartInitException e) {
            session.close();
            throw e;
        }
    }

    private static String rootId(Difference difference) {
        return ((Element) EcoreUtil.getRootContainer(difference.element())).getId();
    }

    private void export() {
        if (comparison != null) {
            ComparisonExport.ask(getSite().getShell(), comparison);
        }
    }

    @Override
    public void setFocus() {
        tree.getTree().setFocus();
    }

    @Override
    public void dispose() {
        if (job != null) {
            job.cancel();
        }
        sessions.forEach(EditSession::close);
        super.dispose();
    }
}
