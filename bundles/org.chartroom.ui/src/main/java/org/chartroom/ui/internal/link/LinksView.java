package org.chartroom.ui.internal.link;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.Reference;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceListener;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.EditingListener;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.link.Linking;
import org.chartroom.ui.internal.EmptyState;
import org.chartroom.ui.internal.SelectionFollower;
import org.chartroom.ui.internal.workspace.Artifacts;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.edit.command.DeleteCommand;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

/**
 * What the selected item, or the artifact of the active editor, links to and what links to it. A double click leads to
 * the other end.
 */
public final class LinksView extends ViewPart implements WorkspaceListener, EditingListener {
    /** Id of the view. */
    public static final String ID = "org.chartroom.ui.links";

    private final StackLayout stack = new StackLayout();
    private Composite parent;
    private Composite empty;
    private Composite content;
    private Label subject;
    private Label hint;
    private Button add;
    private Button remove;
    private TableViewer table;
    private Workspace workspace;
    private SelectionFollower follower;
    private Job job;
    private ArtifactEditing editing;
    private Element shown;
    private List<Reference> references = List.of();
    private boolean stale;

    @Override
    public void createPartControl(Composite container) {
        parent = container;
        parent.setLayout(stack);
        workspace = getSite().getService(Workspace.class);
        empty = EmptyState.create(parent, Messages.emptyTitle, Messages.emptyText);
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 4).applyTo(content);
        createTools();
        createTable();
        acceptDrops();
        // Painted first when it comes to the front.
        parent.addListener(SWT.Paint, event -> {
            if (stale) {
                refresh();
            }
        });
        workspace.addListener(this);
        follower = new SelectionFollower(getSite().getPage(), this::show);
        follower.start();
    }

    private void createTools() {
        Composite tools = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 0).applyTo(tools);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools);
        subject = new Label(tools, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(subject);
        add = button(tools, Messages.add,
                () -> Linking.of(getSite().getShell(), editing, shown).ifPresent(Linking::ask));
        remove = button(tools, Messages.remove, this::removeSelected);
        button(tools, Messages.open, this::openSelected);
        hint = new Label(content, SWT.WRAP);
        hint.setText(Messages.none);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(hint);
    }

    private static Button button(Composite tools, String text, Runnable action) {
        Button button = new Button(tools, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void createTable() {
        Composite list = new Composite(content, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 80).applyTo(list);
        TableColumnLayout layout = new TableColumnLayout();
        list.setLayout(layout);
        table = new TableViewer(list, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(layout, Messages.here, 10, row -> row.here().getKey());
        column(layout, Messages.link, 14, LinkRow::label);
        column(layout, Messages.other, 10, row -> row.other() == null ? Messages.gone : row.other().getKey());
        column(layout, Messages.title, 30, row -> row.other() == null ? "" : row.other().getTitle());
        column(layout, Messages.where, 20, row -> row.other() == null || row.other() == row.otherArtifact()
                ? ""
                : FieldFormat.name(row.otherArtifact()));
        column(layout, Messages.note, 24, LinkRow::note);
        table.addOpenListener(event -> openSelected());
        table.addSelectionChangedListener(event -> updateButtons());
    }

    private void column(TableColumnLayout layout, String title, int weight, Function<LinkRow, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 70));
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> {
            String shownText = text.apply((LinkRow) row);
            return shownText == null ? "" : shownText;
        }));
    }

    private void acceptDrops() {
        DropTarget target = new DropTarget(content, DND.DROP_LINK | DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[]{LocalSelectionTransfer.getTransfer()});
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = editing == null || editing.isReadOnly() ? DND.DROP_NONE : DND.DROP_LINK;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof IStructuredSelection dropped) {
                    Linking.of(getSite().getShell(), editing, shown)
                            .ifPresent(linking -> dropped.forEach(linking::drop));
                }
            }
        });
    }

    private void show(ArtifactEditing of, Element element) {
        if (parent.isDisposed() || element != null && element == shown) {
            return;
        }
        boolean other = of == null || editing != of || shown == null;
        if (editing != of) {
            if (editing != null) {
                editing.removeListener(this);
            }
            if (of != null) {
                of.addListener(this);
            }
        }
        editing = of;
        shown = element;
        stack.topControl = shown == null ? empty : content;
        parent.layout();
        if (other) {
            references = List.of();
            load();
        }
        refresh();
    }

    /** Asks what other artifacts refer to this one, beside the UI: all artifacts are looked through. */
    private void load() {
        if (job != null) {
            job.cancel();
        }
        if (shown == null || parent.isDisposed()) {
            return;
        }
        String id = editing.root().getId();
        job = Job.createSystem(Messages.job, (IProgressMonitor monitor) -> {
            List<Reference> found = workspace.referencesTo(id);
            if (!monitor.isCanceled()) {
                parent.getDisplay().asyncExec(() -> loaded(id, found));
            }
        });
        job.schedule();
    }

    private void loaded(String id, List<Reference> found) {
        if (!parent.isDisposed() && shown != null && editing.root().getId().equals(id)) {
            references = found;
            refresh();
        }
    }

    private void refresh() {
        if (parent.isDisposed() || shown == null) {
            return;
        }
        // The whole artifact is looked through: not with every edit while nobody sees it.
        stale = !parent.isVisible();
        if (stale) {
            return;
        }
        subject.setText(LabelText.label(FieldFormat.name(shown)));
        // What is shown of the past has no links against their direction: the workspace knows those of now.
        List<LinkRow> rows = LinkRow.of(editing, shown,
                editing.session().asOf().isPresent() ? List.of() : references);
        table.setInput(rows);
        hint.setVisible(rows.isEmpty());
        ((GridData) hint.getLayoutData()).exclude = !rows.isEmpty();
        updateButtons();
        content.layout();
    }

    private void updateButtons() {
        boolean changeable = editing != null && !editing.isReadOnly();
        add.setEnabled(changeable);
        List<?> selected = table.getStructuredSelection().toList();
        remove.setEnabled(changeable && !selected.isEmpty()
                && selected.stream().allMatch(row -> ((LinkRow) row).outgoing()));
    }

    private void removeSelected() {
        List<Element> links = ((List<?>) table.getStructuredSelection().toList()).stream()
                .map(row -> ((LinkRow) row).source()).toList();
        if (!links.isEmpty()) {
            editing.execute(DeleteCommand.create(editing.domain(), links));
        }
    }

    private void openSelected() {
        if (!(table.getStructuredSelection().getFirstElement() instanceof LinkRow row) || row.other() == null) {
            return;
        }
        Artifact artifact = row.otherArtifact();
        Optional<ArtifactInfo> info = workspace.artifacts().stream()
                .filter(some -> some.id().equals(artifact.getId())).findFirst();
        if (info.isPresent()) {
            try {
                IEditorPart opened = Artifacts.open(getSite().getPage(), workspace, info.get());
                if (opened instanceof ArtifactEditor editor) {
                    editor.editing().session().loaded(row.other().getId())
                            .ifPresent(element -> editor.reveal(element, null));
                }
            } catch (PartInitException e) {
                ILog.get().error(e.getMessage(), e);
            }
        }
    }

    @Override
    public void changed() {
        refresh();
    }

    @Override
    public void reloaded() {
        shown = editing.again(shown);
        if (shown == null) {
            shown = editing.root();
        }
        load();
        refresh();
    }

    @Override
    public void committed(Revision revision, Set<String> rootIds) {
        parent.getDisplay().asyncExec(this::load);
    }

    @Override
    public void setFocus() {
        if (shown == null) {
            empty.setFocus();
        } else {
            table.getTable().setFocus();
        }
    }

    @Override
    public void dispose() {
        follower.stop();
        workspace.removeListener(this);
        if (editing != null) {
            editing.removeListener(this);
        }
        if (job != null) {
            job.cancel();
        }
        super.dispose();
    }
}
