package org.chartroom.ui.internal.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a state of the workspace: a baseline, a revision or a day. */
final class StateDialog extends TitleAreaDialog {
    private static final int REVISIONS = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM);

    private final Workspace workspace;
    private final String title;
    private Text text;
    private TableViewer table;
    private State chosen;

    /** A state that can be chosen from the list. */
    private record Offer(String name, Instant at, String author, String about, String text) {
    }

    StateDialog(Shell parent, Workspace workspace, String title) {
        super(parent);
        this.workspace = workspace;
        this.title = title;
    }

    /** Gives what the user chose; empty when the dialog was cancelled. */
    static Optional<State> ask(Shell parent, Workspace workspace, String title) {
        StateDialog dialog = new StateDialog(parent, workspace, title);
        return dialog.open() == Window.OK ? dialog.chosen() : Optional.empty();
    }

    final Optional<State> chosen() {
        return Optional.ofNullable(chosen);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(title);
        setMessage(Messages.StateDialog_message);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 12).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.StateDialog_state);
        text = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addModifyListener(event -> update());
        createTable(area);
        return area;
    }

    private void createTable(Composite area) {
        Composite list = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(640, 260).applyTo(list);
        TableColumnLayout layout = new TableColumnLayout();
        list.setLayout(layout);
        table = new TableViewer(list, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(layout, Messages.StateDialog_name, 30, Offer::name);
        column(layout, Messages.HistoryView_when, 26, offer -> TIME.format(offer.at().atZone(ZoneId.systemDefault())));
        column(layout, Messages.HistoryView_who, 16, Offer::author);
        column(layout, Messages.HistoryView_why, 40, Offer::about);
        table.setInput(offers());
        table.addSelectionChangedListener(event -> {
            if (event.getStructuredSelection().getFirstElement() instanceof Offer offer) {
                text.setText(offer.text());
            }
        });
        table.addDoubleClickListener(event -> {
            if (getButton(IDialogConstants.OK_ID).isEnabled()) {
                okPressed();
            }
        });
    }

    private void column(TableColumnLayout layout, String label, int weight, Function<Offer, String> value) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(label);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 80));
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(offer -> value.apply((Offer) offer)));
    }

    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        workspace.baselines().forEach(baseline -> offers.add(new Offer(
                Messages.bind(Messages.StateDialog_baseline, baseline.name()), baseline.createdAt(),
                baseline.createdBy(), baseline.description(), baseline.name())));
        workspace.revisions(REVISIONS).forEach(revision -> offers.add(new Offer(
                Messages.bind(Messages.StateDialog_revision, revision.number()), revision.committedAt(),
                revision.author(), revision.reason(), String.valueOf(revision.number()))));
        return offers;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        update();
    }

    private void update() {
        chosen = null;
        setErrorMessage(null);
        String wanted = text.getText().strip();
        if (!wanted.isEmpty()) {
            try {
                chosen = workspace.state(wanted);
            } catch (WorkspaceException e) {
                setErrorMessage(LabelText.lines(e.getMessage()));
            }
        }
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(chosen != null);
        }
    }
}
