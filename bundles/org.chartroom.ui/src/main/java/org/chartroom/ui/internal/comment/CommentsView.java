package org.chartroom.ui.internal.comment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.chartroom.core.comment.Comments;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Artifact;
import org.chartroom.model.Comment;
import org.chartroom.model.CommentState;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.EditingListener;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.internal.EmptyState;
import org.chartroom.ui.internal.SelectionFollower;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;

/**
 * The comments on the artifact of the active editor, on its items and their fields, those on what is selected first. A
 * double click leads to what a comment is about.
 */
public final class CommentsView extends ViewPart implements EditingListener {
    /** Id of the view. */
    public static final String ID = "org.chartroom.ui.comments";
    private static final int OPEN = 0;
    private static final int RESOLVED = 1;

    private final StackLayout stack = new StackLayout();
    private final List<Step> steps = new ArrayList<>();
    private final Listener focusListener = event -> noteFocus(event.widget);
    private Composite parent;
    private Composite empty;
    private Composite content;
    private Label subject;
    private Combo states;
    private Button onlySelection;
    private TreeViewer tree;
    private Text text;
    private SelectionFollower follower;
    private ArtifactEditing editing;
    private Element shown;
    private Control focus;

    /** Something that can be done with the selected comment, by a button or the context menu. */
    private record Step(Button button, Function<Comment, String> label, Predicate<Comment> possible,
            Consumer<Comment> action) {
    }

    @Override
    public void createPartControl(Composite container) {
        parent = container;
        parent.setLayout(stack);
        empty = EmptyState.create(parent, Messages.emptyTitle, Messages.emptyText);
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 4).applyTo(content);
        createTools();
        SashForm sash = new SashForm(content, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 80).applyTo(sash);
        createTree(sash);
        text = new Text(sash, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        sash.setWeights(65, 35);
        PlatformUI.getWorkbench().getDisplay().addFilter(SWT.FocusIn, focusListener);
        follower = SelectionFollower.ofArtifacts(getSite().getPage(), this::show);
        follower.start();
    }

    private void createTools() {
        Composite tools = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(9).spacing(8, 0).applyTo(tools);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools);
        subject = new Label(tools, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(120, SWT.DEFAULT)
                .applyTo(subject);
        onlySelection = new Button(tools, SWT.CHECK);
        onlySelection.setText(Messages.onlySelection);
        onlySelection.addListener(SWT.Selection, event -> refresh());
        new Label(tools, SWT.NONE).setText(Messages.show);
        states = new Combo(tools, SWT.READ_ONLY);
        states.setItems(label(CommentState.OPEN), label(CommentState.RESOLVED), Messages.all);
        states.select(OPEN);
        states.addListener(SWT.Selection, event -> refresh());
        step(tools, comment -> Messages.newComment, comment -> !editing.isReadOnly(),
                comment -> commenting().write(shown, focus));
        step(tools, comment -> Messages.reply, comment -> comment != null && !editing.isReadOnly(),
                comment -> commenting().reply(comment));
        step(tools, comment -> Messages.edit, comment -> comment != null && commenting().mayEdit(comment),
                comment -> commenting().edit(comment));
        step(tools, CommentsView::turnLabel, comment -> comment != null && !editing.isReadOnly(),
                comment -> commenting().turn(comment));
        step(tools, comment -> Messages.delete, comment -> comment != null && commenting().mayDelete(comment),
                comment -> commenting().delete(comment));
    }

    private static String label(CommentState state) {
        return Presentation.label(
                ModelPackage.Literals.COMMENT_STATE.getEEnumLiteral(state.getValue()));
    }

    private static String turnLabel(Comment comment) {
        return comment == null || Comments.thread(comment).getState() == CommentState.OPEN
                ? Messages.resolve
                : Messages.reopen;
    }

    private void step(Composite tools, Function<Comment, String> label, Predicate<Comment> possible,
            Consumer<Comment> action) {
        Button button = new Button(tools, SWT.PUSH);
        button.setText(label.apply(null));
        button.addListener(SWT.Selection, event -> {
            if (possible.test(selected())) {
                action.accept(selected());
            }
        });
        steps.add(new Step(button, label, possible, action));
    }

    private Commenting commenting() {
        return new Commenting(getSite().getShell(), editing);
    }

    private void createTree(Composite sash) {
        Composite list = new Composite(sash, SWT.NONE);
        TreeColumnLayout layout = new TreeColumnLayout();
        list.setLayout(layout);
        tree = new TreeViewer(list, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        tree.getTree().setHeaderVisible(true);
        tree.setContentProvider(new Threads());
        column(layout, Messages.comment, 40, 160, CommentTexts::line);
        column(layout, Messages.on, 28, 120, comment -> isThread(comment) ? Comments.where(comment) : "");
        column(layout, Messages.author, 12, 80, Comments::author);
        column(layout, Messages.written, 10, 150, CommentTexts::written);
        column(layout, Messages.state, 6, 80, comment -> isThread(comment) ? CommentTexts.state(comment) : "");
        tree.addOpenListener(event -> revealSelected());
        tree.addSelectionChangedListener(event -> showSelected());
        tree.getTree().addKeyListener(KeyListener.keyPressedAdapter(event -> {
            Comment comment = selected();
            if (comment != null && event.keyCode == SWT.F2 && commenting().mayEdit(comment)) {
                commenting().edit(comment);
            } else if (comment != null && event.keyCode == SWT.DEL && commenting().mayDelete(comment)) {
                commenting().delete(comment);
            }
        }));
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> steps.forEach(step -> manager.add(action(step))));
        tree.getTree().setMenu(menu.createContextMenu(tree.getTree()));
    }

    private Action action(Step step) {
        Comment comment = selected();
        Action action = new Action(step.label().apply(comment)) {
            @Override
            public void run() {
                step.action().accept(comment);
            }
        };
        action.setEnabled(step.possible().test(comment));
        return action;
    }

    private static boolean isThread(Comment comment) {
        return comment.eContainer() instanceof Artifact;
    }

    private void column(TreeColumnLayout layout, String title, int weight, int least,
            Function<Comment, String> shownText) {
        TreeViewerColumn column = new TreeViewerColumn(tree, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, least));
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> shownText.apply((Comment) row)));
    }

    /** A comment is often about the field that somebody was in before he came here. */
    private void noteFocus(Object widget) {
        if (!(widget instanceof Control control)) {
            return;
        }
        for (Composite around = control.getParent(); around != null; around = around.getParent()) {
            if (around == parent) {
                return;
            }
        }
        focus = control;
    }

    private Comment selected() {
        return (Comment) tree.getStructuredSelection().getFirstElement();
    }

    private void revealSelected() {
        Comment comment = selected();
        if (comment != null && getSite().getPage().getActiveEditor() instanceof ArtifactEditor editor
                && editor.editing() == editing) {
            Comments.subject(comment).ifPresent(about -> {
                getSite().getPage().activate(editor);
                editor.reveal(about, Comments.feature(comment).orElse(null));
            });
        }
    }

    private void show(ArtifactEditing of, Element element) {
        if (parent.isDisposed() || editing == of && element == shown && element != null) {
            return;
        }
        if (editing != of) {
            if (editing != null) {
                editing.removeListener(this);
            }
            if (of != null) {
                of.addListener(this);
            }
        }
        editing = of;
        // Comments are not commented on.
        shown = element == null ? null : Comments.subjectOf(element).map(Element.class::cast).orElse(element);
        stack.topControl = shown == null ? empty : content;
        parent.layout();
        refresh();
        if (shown != null) {
            turnToSelection();
        }
    }

    /** What is selected is what one wants to read about, unless one reads about it already. */
    private void turnToSelection() {
        Comment first = tree.getInput() instanceof List<?> list && !list.isEmpty() ? (Comment) list.get(0) : null;
        if (first != null && isHere(first) && (selected() == null || !isHere(selected()))) {
            tree.setSelection(new StructuredSelection(first), true);
        }
    }

    private boolean isHere(Comment comment) {
        return Comments.subject(comment).filter(about -> about == shown).isPresent();
    }

    private void refresh() {
        if (parent.isDisposed()) {
            return;
        }
        int open = editing == null ? 0 : Comments.open(editing.artifact()).size();
        setPartName(open == 0 ? Messages.name : NLS.bind(Messages.count, open));
        if (shown == null) {
            return;
        }
        subject.setText(LabelText.label(FieldFormat.name(shown)));
        List<Comment> threads = threads();
        List<?> present = tree.getInput() instanceof List<?> list ? list : List.of();
        Comment next = present.isEmpty()
                ? selected()
                : threads.stream().filter(thread -> !present.contains(thread)).findFirst().orElse(selected());
        tree.setInput(threads);
        tree.expandAll();
        // What was just written is what one goes on with.
        if (next != null && threads.contains(Comments.thread(next))) {
            tree.setSelection(new StructuredSelection(next), true);
        }
        if (tree.getStructuredSelection().isEmpty() && !threads.isEmpty()) {
            tree.setSelection(new StructuredSelection(threads.get(0)));
        }
        showSelected();
    }

    private List<Comment> threads() {
        List<Comment> threads = new ArrayList<>();
        if (states.getSelectionIndex() != RESOLVED) {
            threads.addAll(Comments.open(editing.artifact()));
        }
        if (states.getSelectionIndex() != OPEN) {
            threads.addAll(Comments.resolved(editing.artifact()));
        }
        if (onlySelection.getSelection()) {
            threads.removeIf(comment -> !isHere(comment));
        }
        threads.sort(Comparator.comparing(comment -> !isHere(comment)));
        return threads;
    }

    private void showSelected() {
        Comment comment = selected();
        String whole = comment != null
                ? Comments.where(comment) + "\n\n" + CommentTexts.thread(Comments.thread(comment))
                : tree.getTree().getItemCount() == 0 ? Messages.none : Messages.noneSelected;
        String readable = LabelText.pieces(whole);
        if (!text.getText().equals(readable)) {
            text.setText(readable);
        }
        for (Step step : steps) {
            step.button().setText(step.label().apply(comment));
            step.button().setEnabled(step.possible().test(comment));
        }
        content.layout(true, true);
    }

    @Override
    public void changed() {
        refresh();
    }

    @Override
    public void reloaded() {
        shown = editing.again(shown);
        if (shown == null) {
            shown = editing.artifact();
        }
        refresh();
    }

    @Override
    public void setFocus() {
        if (shown == null) {
            empty.setFocus();
        } else {
            tree.getTree().setFocus();
        }
    }

    @Override
    public void dispose() {
        follower.stop();
        // The widgets may be gone before the view is told.
        PlatformUI.getWorkbench().getDisplay().removeFilter(SWT.FocusIn, focusListener);
        if (editing != null) {
            editing.removeListener(this);
        }
        super.dispose();
    }

    /** The threads and their replies. */
    private static final class Threads implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object comment) {
            return ((Comment) comment).getReplies().toArray();
        }

        @Override
        public Object getParent(Object comment) {
            return ((Comment) comment).eContainer() instanceof Comment first ? first : null;
        }

        @Override
        public boolean hasChildren(Object comment) {
            return !((Comment) comment).getReplies().isEmpty();
        }
    }
}
