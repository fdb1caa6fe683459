package org.chartroom.charter.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.charter.report.Words;
import org.chartroom.model.Comment;
import org.chartroom.model.CommentState;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.Opening;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** What the charter hangs together with, each a double click away, and the escalations and remarks on it. */
final class ThreadsPage extends ArtifactPage {
    static final String ID = "threads";
    private static final int THREADS_HEIGHT = 160;
    private static final int REMARKS_HEIGHT = 90;
    private static final int TEXT_HEIGHT = 120;

    private final CharterEditor editor;
    private final FieldFormat format = FieldFormat.current();
    private TableViewer threads;
    private TableViewer remarks;
    private Label note;
    private Text text;
    private Button copy;
    private Button resolve;
    private Job job;
    private List<Comment> shown = List.of();

    ThreadsPage(CharterEditor editor) {
        super(editor, ID, Messages.threads);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.threads);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 10).applyTo(body);
        createThreads(toolkit, section(body, Messages.linkedTitle, 1));
        createRemarks(toolkit, section(body, Messages.remarks, 3));
        body.addDisposeListener(event -> cancel());
        showRemarks();
    }

    private void createThreads(FormToolkit toolkit, Composite client) {
        note = toolkit.createLabel(client, Messages.threadsNote, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(note);
        threads = table(client, THREADS_HEIGHT);
        column(threads, Messages.relation, 150, row -> ((Threads.Row) row).relation());
        column(threads, Messages.type, 160, row -> ((Threads.Row) row).type());
        column(threads, Messages.key, 120, row -> ((Threads.Row) row).key());
        column(threads, Messages.title, 320, row -> ((Threads.Row) row).title());
        column(threads, Messages.standing, 320, row -> ((Threads.Row) row).standing());
        threads.addOpenListener(event -> {
            Threads.Row row = (Threads.Row) ((IStructuredSelection) event.getSelection()).getFirstElement();
            Opening.open(this, editing(), row.artifactId(), row.elementId());
        });
    }

    private static TableViewer table(Composite parent, int height) {
        TableViewer table = new TableViewer(parent, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(300, height).applyTo(table.getTable());
        return table;
    }

    private static void column(TableViewer table, String title, int width, Function<Object, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(text));
    }

    private void createRemarks(FormToolkit toolkit, Composite client) {
        remarks = table(client, REMARKS_HEIGHT);
        column(remarks, Messages.remark, 460, row -> firstLine((Comment) row));
        column(remarks, Messages.author, 150, row -> format.text(null, ((Comment) row).getAuthor()));
        column(remarks, Messages.written, 150, row -> format.text(null, ((Comment) row).getWrittenAt()));
        column(remarks, Messages.state, 120, row -> Words.label(ModelPackage.Literals.COMMENT_STATE,
                ((Comment) row).getState()));
        remarks.addSelectionChangedListener(event -> showSelected());
        text = toolkit.createText(client, "", SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.READ_ONLY | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(300, TEXT_HEIGHT).applyTo(text);
        copy = toolkit.createButton(client, Messages.copyText, SWT.PUSH);
        copy.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> copy()));
        resolve = editButton(client, Messages.resolve, this::resolve);
    }

    private static String firstLine(Comment comment) {
        String whole = comment.getText() == null ? "" : comment.getText();
        return whole.lines().findFirst().orElse("");
    }

    private Optional<Comment> selected() {
        return Optional.ofNullable((Comment) remarks.getStructuredSelection().getFirstElement());
    }

    private void showSelected() {
        String whole = selected().map(Comment::getText).orElse(editor.charter().getComments().isEmpty()
                ? Messages.noRemarks
                : Messages.noRemarkSelected);
        String readable = LabelText.pieces(whole);
        if (!text.getText().equals(readable)) {
            text.setText(readable);
        }
        copy.setEnabled(selected().isPresent());
        resolve.setEnabled(!editing().isReadOnly()
                && selected().filter(comment -> comment.getState() == CommentState.OPEN).isPresent());
    }

    private void copy() {
        Clipboard clipboard = new Clipboard(text.getDisplay());
        clipboard.setContents(new Object[]{text.getText()}, new Transfer[]{TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private void resolve() {
        selected().ifPresent(
                comment -> editing().set(comment, ModelPackage.Literals.COMMENT__STATE, CommentState.RESOLVED));
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    @Override
    public void setActive(boolean active) {
        super.setActive(active);
        if (active) {
            load();
        }
    }

    private void load() {
        cancel();
        String id = editor.charter().getId();
        job = readBeside((session, monitor) -> Threads.of(session, id), this::show);
    }

    private void show(List<Threads.Row> found) {
        if (!threads.getTable().isDisposed()) {
            threads.setInput(found);
            note.setText(found.isEmpty() ? Messages.noThreads : Messages.threadsNote);
            note.requestLayout();
        }
    }

    private void showRemarks() {
        Comment before = selected().orElse(null);
        List<Comment> all = List.copyOf(editor.charter().getComments());
        // What was just drafted is what one wants to read.
        boolean isNew = !all.isEmpty() && !shown.contains(all.get(all.size() - 1));
        shown = all;
        remarks.setInput(all);
        if (before != null && all.contains(before) && !isNew) {
            remarks.setSelection(new StructuredSelection(before));
        } else if (!all.isEmpty()) {
            remarks.setSelection(new StructuredSelection(all.get(all.size() - 1)));
        }
        showSelected();
    }

    @Override
    public void changed() {
        if (remarks != null && !remarks.getTable().isDisposed()) {
            showRemarks();
        }
    }

    @Override
    public void reloaded() {
        showRemarks();
        load();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element instanceof Comment) {
            remarks.setSelection(new StructuredSelection(element), true);
        }
        return element instanceof Comment
                || element == editor.charter() && feature == ModelPackage.Literals.SUBJECT__LINKS;
    }
}
