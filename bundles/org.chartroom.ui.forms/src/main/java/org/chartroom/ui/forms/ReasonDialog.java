package org.chartroom.ui.forms;

import java.util.Optional;

import org.chartroom.core.workspace.Workspace;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks why something was done, and offers the reasons that were given last. */
public final class ReasonDialog extends TitleAreaDialog {
    private static final int SUGGESTIONS = 12;

    private final String question;
    private final Workspace workspace;
    private final boolean demanded;
    private Combo combo;
    private String reason = "";

    private ReasonDialog(Shell parent, String question, Workspace workspace, boolean demanded) {
        super(parent);
        this.question = question;
        this.workspace = workspace;
        this.demanded = demanded;
    }

    /**
     * @param parent the window it belongs to
     * @param question what the reason is for
     * @param workspace whose reasons are offered
     * @param demanded whether an empty reason is refused
     * @return the reason; empty when the user cancelled
     */
    public static Optional<String> ask(Shell parent, String question, Workspace workspace, boolean demanded) {
        ReasonDialog dialog = new ReasonDialog(parent, question, workspace, demanded);
        return dialog.open() == Window.OK ? Optional.of(dialog.reason) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.reasonTitle);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.reasonTitle);
        setMessage(question);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 14).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.reason);
        combo = new Combo(area, SWT.DROP_DOWN);
        combo.setItems(workspace.recentReasons(SUGGESTIONS).toArray(String[]::new));
        combo.addModifyListener(event -> update());
        GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(combo);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        update();
    }

    private void update() {
        reason = combo.getText().strip();
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(!demanded || !reason.isEmpty());
        }
    }
}
