package org.chartroom.ui.internal.history;

import java.lang.reflect.InvocationTargetException;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.ListWithButtons;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;

/** The backups of the workspace: take one, put one in the place of what is there now. */
final class RestoreDialog extends TitleAreaDialog {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM);
    private static final double MEGABYTE = 1024 * 1024;

    private final IWorkbenchWindow window;
    private final Workspace workspace;
    private TableViewer table;
    private Button restore;

    RestoreDialog(IWorkbenchWindow window, Workspace workspace) {
        super(window.getShell());
        this.window = window;
        this.workspace = workspace;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.RestoreDialog_title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.RestoreDialog_title);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 12).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        ListWithButtons<BackupInfo> list = createList(area);
        table = list.table();
        restore = list.button(Messages.RestoreDialog_restore, this::restoreSelected);
        list.button(Messages.RestoreDialog_backUp, this::backUp).setEnabled(!workspace.isReadOnly());
        refresh();
        return area;
    }

    private ListWithButtons<BackupInfo> createList(Composite area) {
        ListWithButtons<BackupInfo> list = new ListWithButtons<>(area, BackupInfo.class,
                GridDataFactory.fillDefaults().grab(true, true).hint(560, 240).create(), 80);
        list.column(Messages.HistoryView_when, 34, SWT.LEFT, backup -> time(backup.takenAt()));
        list.column(Messages.RestoreDialog_occasion, 28, SWT.LEFT, RestoreDialog::occasion);
        list.column(Messages.BaselinesDialog_revision, 16, SWT.RIGHT, backup -> String.valueOf(backup.revision()));
        list.column(Messages.RestoreDialog_size, 16, SWT.RIGHT, RestoreDialog::size);
        list.table().addSelectionChangedListener(event -> updateButtons());
        return list;
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static String occasion(BackupInfo backup) {
        return switch (backup.occasion()) {
            case DAILY -> Messages.RestoreDialog_daily;
            case MANUAL -> Messages.RestoreDialog_manual;
            case MIGRATION -> Messages.RestoreDialog_migration;
            case RESTORE -> Messages.RestoreDialog_beforeRestore;
        };
    }

    private static String size(BackupInfo backup) {
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return Messages.bind(Messages.RestoreDialog_megabytes, format.format(backup.size() / MEGABYTE));
    }

    private void updateButtons() {
        restore.setEnabled(!workspace.isReadOnly() && !table.getStructuredSelection().isEmpty());
    }

    private void refresh() {
        List<BackupInfo> backups = workspace.backups();
        table.setInput(backups);
        setMessage(backups.isEmpty()
                ? Messages.RestoreDialog_none + " " + Messages.RestoreDialog_message
                : Messages.RestoreDialog_message);
        updateButtons();
    }

    private void backUp() {
        if (attempt(Messages.RestoreDialog_takingBackup, workspace::backup)) {
            table.setSelection(new StructuredSelection(table.getElementAt(0)), true);
        }
    }

    private void restoreSelected() {
        BackupInfo backup = (BackupInfo) table.getStructuredSelection().getFirstElement();
        long head = workspace.head().map(Revision::number).orElse(Revision.NONE);
        // What is open shows what will not be there any more; what is not saved is asked for.
        if (Notice.question(getShell(), Messages.RestoreDialog_title,
                Messages.bind(Messages.RestoreDialog_question,
                        new Object[]{time(backup.takenAt()), backup.revision(), head}))
                && closeAll() && attempt(Messages.RestoreDialog_restoring, () -> workspace.restore(backup.file()))) {
            workspace.head().ifPresent(now -> Notice.information(getShell(), Messages.RestoreDialog_title,
                    Messages.bind(Messages.RestoreDialog_restored, now.number(), time(now.committedAt()))));
        }
    }

    private boolean closeAll() {
        for (IWorkbenchPage page : window.getPages()) {
            if (!page.closeAllEditors(true)) {
                return false;
            }
            page.hideView(page.findView(CompareView.ID));
        }
        return true;
    }

    /** Does something beside the user interface, which shows that it is done; @return whether it was possible */
    private boolean attempt(String label, Runnable action) {
        try {
            new ProgressMonitorDialog(getShell()).run(true, false, monitor -> {
                monitor.beginTask(label, IProgressMonitor.UNKNOWN);
                try {
                    action.run();
                } catch (WorkspaceException e) {
                    throw new InvocationTargetException(e);
                } finally {
                    monitor.done();
                }
            });
            setErrorMessage(null);
            return true;
        } catch (InvocationTargetException e) {
            setErrorMessage(Notice.titled(getShell(), e.getCause().getMessage()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            refresh();
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }
}
