package org.chartroom.ui.forms;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/**
 * Saves the workspace in another folder and goes on there; what is open stays open, saved or not. It stays until that worked
 * or the user gives up.
 */
public final class SaveWorkspaceAsDialog extends TitleAreaDialog {
    private static final int WIDTH = 520;

    private final Workspace workspace;
    private Text folder;

    /**
     * @param parent the window it belongs to
     * @param workspace the open workspace
     */
    public SaveWorkspaceAsDialog(Shell parent, Workspace workspace) {
        super(parent);
        this.workspace = workspace;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.saveAsTitle);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.saveAsTitle);
        setMessage(Messages.saveAsHint);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(14, 14).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        // Not in the title area, which cuts off what takes more than two lines.
        Label what = new Label(area, SWT.WRAP);
        what.setText(LabelText.paragraph(Messages.bind(Messages.saveAsMessage, workspace.folder())));
        GridDataFactory.fillDefaults().span(3, 1).hint(WIDTH, SWT.DEFAULT).grab(true, false).applyTo(what);
        new Label(area, SWT.NONE).setText(Messages.saveAsFolder);
        folder = new Text(area, SWT.BORDER);
        folder.addModifyListener(event -> update());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(420, SWT.DEFAULT)
                .applyTo(folder);
        Button browse = new Button(area, SWT.PUSH);
        browse.setText(Messages.saveAsBrowse);
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
        return area;
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
        dialog.setMessage(Messages.saveAsChoose);
        String chosen = dialog.open();
        if (chosen != null) {
            folder.setText(chosen);
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.saveAsSave, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        update();
    }

    private void update() {
        setErrorMessage(null);
        getButton(IDialogConstants.OK_ID).setEnabled(!folder.getText().isBlank());
    }

    @Override
    protected void okPressed() {
        try {
            Path target = Path.of(folder.getText().strip());
            if (!target.isAbsolute()) {
                setErrorMessage(Messages.saveAsRelative);
                return;
            }
            List<String> known = workspace.warnings();
            if (save(target)) {
                super.okPressed();
                tell(known);
            }
        } catch (InvalidPathException e) {
            setErrorMessage(
                    Notice.titled(getShell(), Messages.bind(Messages.saveAsNoPath, e.getInput(), e.getReason())));
        }
    }

    private boolean save(Path target) {
        try {
            new ProgressMonitorDialog(getShell()).run(true, false, monitor -> {
                monitor.beginTask(Messages.bind(Messages.saveAsSaving, target), IProgressMonitor.UNKNOWN);
                try {
                    workspace.saveAs(target);
                } catch (WorkspaceException e) {
                    throw new InvocationTargetException(e);
                } finally {
                    monitor.done();
                }
            });
            return true;
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof WorkspaceException)) {
                throw new IllegalStateException(e.getCause());
            }
            ILog.get().warn(e.getCause().getMessage(), e.getCause());
            setErrorMessage(Notice.titled(getShell(), e.getCause().getMessage()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Says where the work goes on, and what could not be taken along. */
    private void tell(List<String> known) {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            window.getShell().setText(Messages.bind(Messages.saveAsWindow, workspace.folder()));
        }
        List<String> warnings = workspace.warnings().stream().filter(warning -> !known.contains(warning)).toList();
        String text = Messages.bind(Messages.saveAsSaved, workspace.folder())
                + (warnings.isEmpty() ? "" : "\n\n" + String.join("\n\n", warnings));
        Notice.confirm(warnings.isEmpty() ? MessageDialog.INFORMATION : MessageDialog.WARNING, getParentShell(),
                Messages.saveAsTitle, text);
    }
}
