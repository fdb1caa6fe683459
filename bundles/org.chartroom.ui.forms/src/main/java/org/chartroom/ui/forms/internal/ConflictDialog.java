package org.chartroom.ui.forms.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.chartroom.core.workspace.SaveConflict;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/**
 * Lists what a session and others both changed, with both values and the one they came from, and lets the user choose for
 * each which is saved. What nobody else touched is kept and not asked for.
 */
public final class ConflictDialog extends TitleAreaDialog {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM,
            FormatStyle.SHORT);
    private static final int HEIGHT = 180;
    private static final int BUTTONS = 4;

    private final List<SaveConflict> conflicts;
    /** Whether mine is kept; what is not decided yet is not in it. */
    private final Map<SaveConflict, Boolean> mine;
    private TableViewer table;

    private ConflictDialog(Shell parent, List<SaveConflict> conflicts, Map<SaveConflict, Boolean> choices) {
        super(parent);
        this.conflicts = conflicts;
        this.mine = choices;
        mine.keySet().retainAll(conflicts);
    }

    /**
     * @param parent the window it belongs to
     * @param conflicts what both changed
     * @param choices whether mine is kept, as it was chosen before; it gets what is chosen, also when the user cancels, and
     *        loses what is no longer so
     * @return the conflicts in which what others saved stays; empty when the user cancelled
     */
    public static Optional<List<SaveConflict>> ask(Shell parent, List<SaveConflict> conflicts,
            Map<SaveConflict, Boolean> choices) {
        ConflictDialog dialog = new ConflictDialog(parent, conflicts, choices);
        return dialog.open() == Window.OK
                ? Optional.of(conflicts.stream().filter(conflict -> !dialog.mine.get(conflict)).toList())
                : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.conflictTitle);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.conflictTitle);
        setMessage(Messages.conflictMessage);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(14, 14).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        table = new TableViewer(area, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER | SWT.H_SCROLL | SWT.V_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setLinesVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(Messages.conflictSaved, 110, this::choice);
        column(Messages.conflictWhere, 150, SaveConflict::element);
        column(Messages.conflictField, 110, ConflictDialog::what);
        column(Messages.conflictBase, 150, SaveConflict::base);
        column(Messages.conflictMine, 150, SaveConflict::mine);
        column(Messages.conflictTheirs, 150, SaveConflict::theirs);
        column(Messages.conflictBy, 290, ConflictDialog::who);
        table.setInput(conflicts);
        table.setSelection(new StructuredSelection(conflicts.get(0)));
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, HEIGHT).applyTo(table.getTable());
        Composite buttons = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(BUTTONS).applyTo(buttons);
        choose(buttons, Messages.conflictKeepMine, true, this::selected);
        choose(buttons, Messages.conflictTakeTheirs, false, this::selected);
        choose(buttons, Messages.conflictAllMine, true, () -> conflicts);
        choose(buttons, Messages.conflictAllTheirs, false, () -> conflicts);
        return area;
    }

    private void column(String title, int width, Function<SaveConflict, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.getColumn().setResizable(true);
        column.setLabelProvider(
                ColumnLabelProvider.createTextProvider(conflict -> text.apply((SaveConflict) conflict)));
    }

    private String choice(SaveConflict conflict) {
        Boolean isMine = mine.get(conflict);
        return isMine == null ? Messages.conflictUndecided : isMine ? Messages.conflictMine : Messages.conflictTheirs;
    }

    private static String what(SaveConflict conflict) {
        return switch (conflict.kind()) {
            case FIELD -> conflict.field();
            case DELETED_BY_OTHERS -> Messages.conflictDeletedByOthers;
            case DELETED_HERE -> Messages.conflictDeletedHere;
            case MOVED -> Messages.conflictMoved;
        };
    }

    private static String who(SaveConflict conflict) {
        return conflict.revision().map(revision -> Messages.bind(Messages.conflictRevision, new Object[]{
                revision.author(), WHEN.format(revision.committedAt().atZone(ZoneId.systemDefault())),
                String.valueOf(revision.number())})).orElse("");
    }

    private List<SaveConflict> selected() {
        return Stream.of(table.getStructuredSelection().toArray()).map(SaveConflict.class::cast).toList();
    }

    /** A button that decides, and goes on to what is not decided yet. */
    private void choose(Composite parent, String text, boolean isMine, Supplier<List<SaveConflict>> decided) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            decided.get().forEach(conflict -> mine.put(conflict, isMine));
            table.refresh();
            conflicts.stream().filter(conflict -> !mine.containsKey(conflict)).findFirst()
                    .ifPresent(next -> table.setSelection(new StructuredSelection(next), true));
            update();
        }));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.conflictSave, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        update();
    }

    private void update() {
        getButton(IDialogConstants.OK_ID).setEnabled(mine.size() == conflicts.size());
    }
}
