package org.chartroom.ui.internal.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.function.Consumer;

import org.chartroom.core.workspace.BaselineInfo;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.ListWithButtons;
import org.chartroom.ui.forms.ReasonDialog;
import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;

/** The baselines of the workspace: make one, remove one with a reason, compare one with now. */
final class BaselinesDialog extends TitleAreaDialog {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM);

    private final IWorkbenchWindow window;
    private final Workspace workspace;
    private TableViewer table;
    private Text name;
    private Text description;

    BaselinesDialog(IWorkbenchWindow window, Workspace workspace) {
        super(window.getShell());
        this.window = window;
        this.workspace = workspace;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.BaselinesDialog_title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.BaselinesDialog_title);
        setMessage(Messages.BaselinesDialog_message);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(14, 12).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        name = field(area, Messages.BaselinesDialog_name);
        Button create = ListWithButtons.button(area, Messages.BaselinesDialog_create, this::createBaseline);
        create.setEnabled(!workspace.isReadOnly());
        description = field(area, Messages.BaselinesDialog_description);
        new Label(area, SWT.NONE);
        ListWithButtons<BaselineInfo> list = createList(area);
        table = list.table();
        list.button(Messages.BaselinesDialog_compare, () -> withSelected(baseline -> {
            close();
            CompareView.show(window.getActivePage(), State.of(baseline));
        }));
        list.button(Messages.BaselinesDialog_remove, () -> withSelected(this::remove))
                .setEnabled(!workspace.isReadOnly());
        refresh();
        return area;
    }

    private static Text field(Composite parent, String label) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new Text(parent, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        return text;
    }

    private ListWithButtons<BaselineInfo> createList(Composite area) {
        ListWithButtons<BaselineInfo> list = new ListWithButtons<>(area, BaselineInfo.class,
                GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(640, 220).create(), 70);
        list.column(Messages.StateDialog_name, 26, SWT.LEFT, BaselineInfo::name);
        list.column(Messages.BaselinesDialog_revision, 12, SWT.LEFT, baseline -> String.valueOf(baseline.revision()));
        list.column(Messages.HistoryView_when, 26, SWT.LEFT,
                baseline -> TIME.format(baseline.createdAt().atZone(ZoneId.systemDefault())));
        list.column(Messages.HistoryView_who, 16, SWT.LEFT, BaselineInfo::createdBy);
        list.column(Messages.BaselinesDialog_about, 40, SWT.LEFT, BaselineInfo::description);
        return list;
    }

    private void withSelected(Consumer<BaselineInfo> action) {
        Optional.ofNullable((BaselineInfo) table.getStructuredSelection().getFirstElement()).ifPresent(action);
    }

    private void createBaseline() {
        attempt(() -> {
            workspace.createBaseline(name.getText().strip(), description.getText().strip(), Optional.empty());
            name.setText("");
            description.setText("");
        });
    }

    private void remove(BaselineInfo baseline) {
        ReasonDialog.ask(getShell(), Messages.bind(Messages.BaselinesDialog_why, baseline.name()), workspace, true)
                .ifPresent(reason -> attempt(() -> workspace.removeBaseline(baseline.name(), reason)));
    }

    private void attempt(Runnable action) {
        try {
            action.run();
            setErrorMessage(null);
        } catch (WorkspaceException e) {
            setErrorMessage(Notice.titled(getShell(), e.getMessage()));
        }
        refresh();
    }

    private void refresh() {
        table.setInput(workspace.baselines());
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }
}
