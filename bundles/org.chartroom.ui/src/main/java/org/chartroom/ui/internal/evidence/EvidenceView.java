package org.chartroom.ui.internal.evidence;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.core.evidence.Evidences;
import org.chartroom.core.workspace.EvidenceStore;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.chartroom.model.Evidence;
import org.chartroom.model.ModelPackage;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.EditingListener;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.internal.EmptyState;
import org.chartroom.ui.internal.SelectionFollower;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;

/** What proves what the artifact of the active editor says: addresses, and files that are stored with the workspace. */
public final class EvidenceView extends ViewPart implements EditingListener {
    /** Id of the view. */
    public static final String ID = "org.chartroom.ui.evidence";

    private static final int LEAST_WIDTH = 70;
    private static final int CHECK_WIDTH = 130;

    private final StackLayout stack = new StackLayout();
    /** What the last check found, by the id of the evidence. */
    private final Map<String, EvidenceStore.State> checked = new HashMap<>();
    private Composite parent;
    private Composite empty;
    private Composite content;
    private Label subject;
    private Label hint;
    private TableViewer table;
    private Button add;
    private Button open;
    private Button save;
    private Button verify;
    private Button remove;
    private SelectionFollower follower;
    private ResourceManager resources;
    private ArtifactEditing editing;
    private Job job;

    @Override
    public void createPartControl(Composite container) {
        parent = container;
        parent.setLayout(stack);
        empty = EmptyState.create(parent, Messages.emptyTitle, Messages.emptyText);
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 4).applyTo(content);
        createTools();
        createTable();
        acceptFiles();
        follower = SelectionFollower.ofArtifacts(getSite().getPage(), this::show);
        follower.start();
    }

    private void createTools() {
        Composite tools = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).spacing(8, 0).applyTo(tools);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools);
        subject = new Label(tools, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(subject);
        add = button(tools, Messages.add, this::add);
        open = button(tools, Messages.open, this::openSelected);
        save = button(tools, Messages.saveCopy, this::saveSelected);
        verify = button(tools, Messages.verify, this::verify);
        verify.setToolTipText(Messages.verifyHint);
        remove = button(tools, Messages.remove, this::removeSelected);
        remove.setToolTipText(Messages.removeHint);
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
        ColumnViewerToolTipSupport.enableFor(table);
        resources = new LocalResourceManager(JFaceResources.getResources(), table.getTable());
        column(layout, Messages.name, 22, Evidence::getName, null);
        column(layout, Messages.where, 22, Evidences::where, null);
        column(layout, Messages.check, 10, this::stateText, this::stateImage);
        column(layout, Messages.added, 8, one -> FieldFormat.current()
                .text(ModelPackage.Literals.EVIDENCE__ADDED_ON, one.getAddedOn()), null);
        column(layout, Messages.addedBy, 10, Evidences::addedBy, null);
        column(layout, Messages.hash, 34, Evidence::getSha256, null);
        table.addOpenListener(event -> openSelected());
        table.addSelectionChangedListener(event -> updateButtons());
        table.getTable().addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.DEL && remove.isEnabled()) {
                removeSelected();
            }
        }));
    }

    private void column(TableColumnLayout layout, String title, int weight, Function<Evidence, String> text,
            Function<Evidence, Image> image) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(),
                new ColumnWeightData(weight, title.equals(Messages.check) ? CHECK_WIDTH : LEAST_WIDTH));
        Function<Object, String> shown = row -> {
            String value = text.apply((Evidence) row);
            return value == null ? "" : value;
        };
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object row) {
                return shown.apply(row);
            }

            @Override
            public Image getImage(Object row) {
                return image == null ? null : image.apply((Evidence) row);
            }

            @Override
            public String getToolTipText(Object row) {
                Evidence evidence = (Evidence) row;
                return Stream.of(evidence.getName(), evidence.getUri(), evidence.getSha256())
                        .filter(told -> told != null && !told.isEmpty()).distinct().collect(Collectors.joining("\n"));
            }
        });
    }

    private String stateText(Evidence evidence) {
        if (Evidences.storedHash(evidence.getUri()).isEmpty()) {
            return Messages.notStored;
        }
        EvidenceStore.State state = checked.get(evidence.getId());
        if (state == null) {
            return Messages.notChecked;
        }
        return switch (state) {
            case MATCHES -> Messages.matches;
            case DIFFERS -> Messages.differs;
            case MISSING -> Messages.missing;
        };
    }

    private Image stateImage(Evidence evidence) {
        EvidenceStore.State state = checked.get(evidence.getId());
        if (state == null) {
            return null;
        }
        return state == EvidenceStore.State.MATCHES
                ? (Image) resources.get(ImageDescriptor.createFromURL(getClass().getResource("matches.svg")))
                : PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK);
    }

    private void acceptFiles() {
        DropTarget target = new DropTarget(content, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = editing == null || editing.isReadOnly() ? DND.DROP_NONE : DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] files && editing != null && !editing.isReadOnly()) {
                    Stream.of(files).map(Path::of).forEach(file -> keep(file, file.getFileName().toString()));
                }
            }
        });
    }

    private EvidenceContents contents() {
        return new EvidenceContents(getSite().getShell(), editing.workspace().evidence());
    }

    private void add() {
        EvidenceDialog dialog = new EvidenceDialog(getSite().getShell());
        if (dialog.open() != Window.OK) {
            return;
        }
        Optional<Path> file = dialog.file();
        if (file.isPresent()) {
            keep(file.get(), dialog.name().isEmpty() ? file.get().getFileName().toString() : dialog.name());
        } else {
            editing.execute(Evidences.addAddress(editing.session(), editing.artifact(), dialog.name(),
                    dialog.address(), LocalDate.now(editing.clock())));
        }
    }

    private void keep(Path file, String name) {
        ArtifactEditing of = editing;
        contents().keep(file, sha256 -> {
            if (isOpen(of)) {
                of.execute(Evidences.addFile(of.session(), of.artifact(), name, sha256, LocalDate.now(of.clock())));
            } else {
                Notice.information(getSite().getShell(), Messages.title,
                        NLS.bind(Messages.closed, name));
            }
        });
    }

    private boolean isOpen(ArtifactEditing some) {
        return Stream.of(getSite().getPage().getEditorReferences()).map(reference -> reference.getEditor(false))
                .anyMatch(part -> part instanceof ArtifactEditor editor && editor.editing() == some);
    }

    private List<Evidence> selected() {
        return Stream.of(table.getStructuredSelection().toArray()).map(Evidence.class::cast).toList();
    }

    private void openSelected() {
        selected().stream().findFirst().ifPresent(one -> contents().open(one));
    }

    private void saveSelected() {
        selected().stream().findFirst().ifPresent(one -> {
            FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE | SWT.SHEET);
            dialog.setFileName(EvidenceContents.fileName(one));
            dialog.setOverwrite(true);
            String target = dialog.open();
            if (target != null) {
                contents().save(one, Path.of(target));
            }
        });
    }

    private void verify() {
        if (job != null) {
            job.cancel();
        }
        EvidenceStore store = editing.workspace().evidence();
        List<Evidence> stored = editing.artifact().getEvidence().stream()
                .filter(one -> Evidences.storedHash(one.getUri()).isPresent()).toList();
        job = Job.create(Messages.verifyJob, (IProgressMonitor monitor) -> {
            Map<String, EvidenceStore.State> found = new HashMap<>();
            try {
                stored.forEach(one -> found.put(one.getId(), EvidenceContents.state(one, store, monitor)));
            } catch (WorkspaceException e) {
                ILog.get().error(e.getMessage(), e);
                parent.getDisplay().asyncExec(
                        () -> Notice.error(getSite().getShell(), Messages.verifyJob, e.getMessage()));
            }
            parent.getDisplay().asyncExec(() -> verified(found));
        });
        job.schedule();
    }

    private void verified(Map<String, EvidenceStore.State> found) {
        if (!parent.isDisposed()) {
            checked.putAll(found);
            table.refresh();
        }
    }

    private void removeSelected() {
        CompoundCommand all = new CompoundCommand();
        selected().forEach(one -> all.append(Evidences.remove(editing.session(), one)));
        if (!all.isEmpty()) {
            editing.execute(all);
        }
    }

    private void show(ArtifactEditing of, Element element) {
        if (parent.isDisposed() || editing == of && of != null) {
            return;
        }
        if (editing != null) {
            editing.removeListener(this);
        }
        if (of != null) {
            of.addListener(this);
        }
        editing = of;
        checked.clear();
        stack.topControl = editing == null ? empty : content;
        parent.layout();
        refresh();
    }

    private void refresh() {
        if (parent.isDisposed() || editing == null) {
            return;
        }
        subject.setText(LabelText.label(FieldFormat.name(editing.artifact())));
        List<Evidence> all = new ArrayList<>(editing.artifact().getEvidence());
        table.setInput(all);
        hint.setVisible(all.isEmpty());
        ((GridData) hint.getLayoutData()).exclude = !all.isEmpty();
        updateButtons();
        content.layout();
    }

    private void updateButtons() {
        List<Evidence> selected = selected();
        add.setEnabled(!editing.isReadOnly());
        open.setEnabled(selected.size() == 1);
        save.setEnabled(selected.size() == 1 && Evidences.storedHash(selected.get(0).getUri()).isPresent());
        verify.setEnabled(editing.artifact().getEvidence().stream()
                .anyMatch(one -> Evidences.storedHash(one.getUri()).isPresent()));
        remove.setEnabled(!editing.isReadOnly() && !selected.isEmpty());
    }

    @Override
    public void changed() {
        refresh();
    }

    @Override
    public void reloaded() {
        refresh();
    }

    @Override
    public void setFocus() {
        if (editing == null) {
            empty.setFocus();
        } else {
            table.getTable().setFocus();
        }
    }

    @Override
    public void dispose() {
        follower.stop();
        if (editing != null) {
            editing.removeListener(this);
        }
        if (job != null) {
            job.cancel();
        }
        super.dispose();
    }
}
