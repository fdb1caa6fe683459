package org.chartroom.ui.internal.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceListener;
import org.chartroom.exchange.importing.ImportProtocol;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.ReasonDialog;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.internal.EmptyState;
import org.chartroom.ui.internal.Messages;
import org.chartroom.ui.internal.SelectionFollower;
import org.chartroom.ui.internal.workspace.Artifacts;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

/**
 * What was changed in the selected item, or in the whole artifact of the active editor: when, by whom, from what to what
 * and why. It follows the selection.
 */
public final class HistoryView extends ViewPart implements WorkspaceListener {
    /** Id of the view. */
    public static final String ID = "org.chartroom.ui.history";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM);

    private final StackLayout stack = new StackLayout();
    private Composite parent;
    private Composite empty;
    private Composite content;
    private Label subject;
    private HistoryFilter filter;
    private SparkLine spark;
    private TableViewer table;
    private Workspace workspace;
    private SelectionFollower follower;
    private Job job;
    private ArtifactEditing editing;
    private Element shown;
    private ChangeTexts texts;
    private List<FieldChange> changes = List.of();
    /** The protocols of imports, by the number of the revision that brought them. */
    private Map<Long, String> imports = Map.of();

    @Override
    public void createPartControl(Composite container) {
        parent = container;
        parent.setLayout(stack);
        workspace = getSite().getService(Workspace.class);
        empty = EmptyState.create(parent, Messages.HistoryView_emptyTitle, Messages.HistoryView_emptyText);
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 4).applyTo(content);
        createTools();
        createTable();
        workspace.addListener(this);
        follower = new SelectionFollower(getSite().getPage(), this::show);
        follower.start();
    }

    private void createTools() {
        Composite tools = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(10, 0).applyTo(tools);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools);
        subject = new Label(tools, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(subject);
        spark = new SparkLine(tools);
        filter = new HistoryFilter(tools, this::showFiltered);
    }

    private void createTable() {
        Composite list = new Composite(content, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 80).applyTo(list);
        TableColumnLayout layout = new TableColumnLayout();
        list.setLayout(layout);
        table = new TableViewer(list, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.VIRTUAL);
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(layout, Messages.HistoryView_when, 18, change -> when(change.revision()));
        column(layout, Messages.HistoryView_who, 10, change -> change.revision().author());
        column(layout, Messages.HistoryView_what, 18, change -> texts.element(change));
        column(layout, Messages.HistoryView_field, 10, change -> field(change));
        column(layout, Messages.HistoryView_old, 14, change -> texts.value(change, change.oldValue()));
        column(layout, Messages.HistoryView_new, 14, change -> texts.value(change, change.newValue()));
        column(layout, Messages.HistoryView_why, 20, change -> change.revision().reason());
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fillMenu);
        table.getTable().setMenu(menu.createContextMenu(table.getTable()));
        table.addDoubleClickListener(event -> selected().ifPresent(this::openAsOf));
    }

    private void column(TableColumnLayout layout, String title, int weight, Function<FieldChange, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 70));
        column.setLabelProvider(ColumnLabelProvider
                .createTextProvider(change -> text.apply((FieldChange) change).replaceAll("\\s+", " ")));
    }

    static String when(Revision revision) {
        return TIME.format(revision.committedAt().atZone(ZoneId.systemDefault()));
    }

    private String field(FieldChange change) {
        return switch (change.kind()) {
            case CREATED -> Messages.HistoryView_created;
            case DELETED -> Messages.HistoryView_deleted;
            case UPDATED -> texts.field(change);
        };
    }

    private void show(ArtifactEditing of, Element element) {
        if (parent.isDisposed() || element != null && element == shown) {
            return;
        }
        editing = of;
        shown = element;
        load();
    }

    private void load() {
        if (parent.isDisposed()) {
            return;
        }
        stack.topControl = shown == null ? empty : content;
        parent.layout();
        if (job != null) {
            job.cancel();
        }
        if (shown == null) {
            return;
        }
        subject.setText(LabelText.label(FieldFormat.name(shown)));
        texts = new ChangeTexts(editing.session());
        String id = shown.getId();
        HistoryQuery query = shown == editing.root() ? HistoryQuery.ofArtifact(id) : HistoryQuery.ofElement(id);
        job = Job.createSystem(Messages.HistoryView_job, (IProgressMonitor monitor) -> {
            List<FieldChange> found = workspace.history(query);
            Map<Long, String> protocols = protocols();
            if (!monitor.isCanceled()) {
                parent.getDisplay().asyncExec(() -> loaded(id, found, protocols));
            }
        });
        job.schedule();
    }

    private Map<Long, String> protocols() {
        try (EditSession session = workspace.openSession()) {
            return ImportProtocol.list(session).stream().filter(entry -> entry.revision().isPresent())
                    .collect(Collectors.toMap(entry -> entry.revision().get().number(),
                            entry -> entry.record().getName() + "\n" + entry.record().getProtocol(),
                            (one, other) -> one + "\n\n" + other));
        }
    }

    private void loaded(String id, List<FieldChange> found, Map<Long, String> protocols) {
        if (parent.isDisposed() || shown == null || !id.equals(shown.getId())) {
            return;
        }
        changes = found;
        imports = protocols;
        filter.offer(changes.stream().map(change -> change.revision().author()).distinct().sorted().toList(),
                changes.stream().filter(change -> change.kind() == FieldChange.Kind.UPDATED).map(this::field)
                        .distinct().sorted().toList());
        showFiltered();
    }

    private void showFiltered() {
        if (texts == null) {
            return;
        }
        List<FieldChange> passing = changes.stream().filter(this::passes).toList();
        table.setInput(passing);
        setContentDescription(passing.size() == changes.size()
                ? ""
                : Messages.bind(Messages.HistoryView_shown, passing.size(), changes.size()));
        List<BigDecimal> course = course(passing);
        spark.show(course, course.size() < 2
                ? ""
                : Messages.bind(Messages.HistoryView_course, filter.field().orElse(""), course.size()));
        content.layout();
    }

    private boolean passes(FieldChange change) {
        LocalDate day = change.revision().committedAt().atZone(ZoneId.systemDefault()).toLocalDate();
        return filter.passes(change.revision().author(), field(change), day);
    }

    /** The values of the one field that is shown, the oldest first; empty when it is no number or there are several. */
    private List<BigDecimal> course(List<FieldChange> passing) {
        List<BigDecimal> course = new ArrayList<>();
        if (filter.field().isEmpty() || passing.stream().map(FieldChange::elementId).distinct().count() != 1) {
            return course;
        }
        passing.forEach(change -> texts.number(change, change.newValue()).ifPresent(course::add));
        FieldChange oldest = passing.get(passing.size() - 1);
        texts.number(oldest, oldest.oldValue()).ifPresent(course::add);
        Collections.reverse(course);
        return course;
    }

    private Optional<FieldChange> selected() {
        return Optional.ofNullable((FieldChange) table.getStructuredSelection().getFirstElement());
    }

    private void fillMenu(IMenuManager menu) {
        selected().ifPresent(change -> {
            menu.add(action(Messages.HistoryView_openAsOf, true, () -> openAsOf(change)));
            menu.add(action(Messages.HistoryView_compare, true, () -> CompareView.show(getSite().getPage(),
                    State.of(change.revision()))));
            long number = change.revision().number();
            if (imports.containsKey(number)) {
                menu.add(action(Messages.HistoryView_import, true,
                        () -> new ImportDialog(getSite().getShell(), number, imports.get(number)).open()));
            }
            menu.add(action(Messages.bind(Messages.HistoryView_takeBack, change.revision().number()),
                    !workspace.isReadOnly(), () -> takeBack(change.revision())));
        });
    }

    private static Action action(String text, boolean enabled, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setEnabled(enabled);
        return action;
    }

    private void openAsOf(FieldChange change) {
        try {
            if (Artifacts.openAsOf(getSite().getPage(), workspace, change.rootId(), State.of(change.revision()))
                    .isEmpty()) {
                Notice.information(getSite().getShell(), Messages.HistoryView_openAsOf,
                        Messages.HistoryView_gone);
            }
        } catch (PartInitException | WorkspaceException e) {
            ILog.get().error(e.getMessage(), e);
            Notice.error(getSite().getShell(), Messages.HistoryView_failed, e.getMessage());
        }
    }

    private void takeBack(Revision revision) {
        String question = Messages.bind(Messages.HistoryView_takeBackQuestion, revision.number());
        ReasonDialog.ask(getSite().getShell(), question, workspace, false).ifPresent(reason -> {
            try {
                workspace.revert(revision.number(), reason);
            } catch (WorkspaceException e) {
                Notice.error(getSite().getShell(), Messages.HistoryView_failed, e.getMessage());
            }
        });
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
        if (job != null) {
            job.cancel();
        }
        super.dispose();
    }
}
