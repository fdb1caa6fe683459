package org.chartroom.ui.forms.grid;

import java.util.List;
import java.util.Optional;

import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Finds and replaces in a grid; stays open beside it. */
final class FindReplaceDialog extends Dialog {
    private static final int FIND = IDialogConstants.CLIENT_ID;
    private static final int REPLACE = IDialogConstants.CLIENT_ID + 1;
    private static final int REPLACE_ALL = IDialogConstants.CLIENT_ID + 2;

    private final ItemGrid grid;
    private final GridSearch search;
    private final boolean readOnly;
    private final List<Integer> columns;
    private Text find;
    private Text replacement;
    private Combo column;
    private Button matchCase;
    private Button whole;
    private Label status;

    FindReplaceDialog(Shell parent, ItemGrid grid, GridSearch search, boolean readOnly) {
        super(parent);
        this.grid = grid;
        this.search = search;
        this.readOnly = readOnly;
        this.columns = grid.visibleColumns();
        setShellStyle(SWT.DIALOG_TRIM | SWT.MODELESS | SWT.RESIZE);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.replaceTitle);
        grid.control().addDisposeListener(event -> close());
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(10, 8).applyTo(area);
        find = text(area, Messages.findText);
        find.addModifyListener(event -> update());
        replacement = text(area, Messages.replaceWith);
        replacement.setEnabled(!readOnly);
        new Label(area, SWT.NONE).setText(Messages.findIn);
        column = new Combo(area, SWT.READ_ONLY);
        column.add(Messages.findInAll);
        columns.forEach(index -> column.add(grid.columns().get(index).label()));
        column.select(0);
        new Label(area, SWT.NONE);
        Composite options = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(options);
        matchCase = check(options, Messages.findCase);
        whole = check(options, Messages.findWhole);
        status = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(420, SWT.DEFAULT).applyTo(status);
        return area;
    }

    private static Text text(Composite area, String label) {
        new Label(area, SWT.NONE).setText(label);
        Text text = new Text(area, SWT.BORDER | SWT.SINGLE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    private static Button check(Composite area, String label) {
        Button button = new Button(area, SWT.CHECK);
        button.setText(label);
        return button;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, FIND, Messages.findNext, true);
        createButton(parent, REPLACE, Messages.replace, false);
        createButton(parent, REPLACE_ALL, Messages.replaceAll, false);
        createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, false);
        update();
    }

    private void update() {
        boolean any = !find.getText().isEmpty();
        getButton(FIND).setEnabled(any);
        getButton(REPLACE).setEnabled(any && !readOnly);
        getButton(REPLACE_ALL).setEnabled(any && !readOnly);
    }

    private GridSearch.Query query() {
        int chosen = column.getSelectionIndex();
        return new GridSearch.Query(find.getText(), matchCase.getSelection(), whole.getSelection(),
                chosen <= 0 ? -1 : columns.get(chosen - 1));
    }

    @Override
    protected void buttonPressed(int id) {
        try {
            switch (id) {
                case FIND -> findNext();
                case REPLACE -> replace();
                case REPLACE_ALL -> say(Messages.bind(Messages.replaced,
                        search.replaceAll(query(), replacement.getText())));
                default -> close();
            }
        } catch (GridSearch.ReplaceException e) {
            say(e.getMessage());
        }
    }

    private void findNext() {
        Optional<GridSearch.Cell> found = search.next(query(), grid.cursor().orElse(null));
        found.ifPresent(grid::select);
        say(found.isPresent() ? "" : Messages.bind(Messages.notFound, find.getText()));
    }

    /** Replaces what was found, then goes on to the next. */
    private void replace() throws GridSearch.ReplaceException {
        Optional<GridSearch.Cell> here = grid.cursor().filter(cell -> search.fits(query(), cell));
        if (here.isPresent() && !search.replace(query(), here.get(), replacement.getText())) {
            findNext();
            say(Messages.notEditableHere);
            return;
        }
        findNext();
    }

    private void say(String text) {
        status.setText(LabelText.paragraph(text));
        getShell().layout(true, true);
    }
}
