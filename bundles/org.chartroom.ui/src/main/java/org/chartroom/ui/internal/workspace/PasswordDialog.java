package org.chartroom.ui.internal.workspace;

import java.nio.file.Path;
import java.util.Optional;

import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the password of a workspace. */
final class PasswordDialog extends TitleAreaDialog {
    private final Path folder;
    private final boolean again;
    private Text field;
    private char[] password;

    private PasswordDialog(Shell parent, Path folder, boolean again) {
        super(parent);
        this.folder = folder;
        this.again = again;
    }

    /**
     * @param parent the window it belongs to
     * @param folder the folder of the workspace
     * @param again whether the password before was wrong
     * @return the password; empty when the user cancelled
     */
    static Optional<char[]> ask(Shell parent, Path folder, boolean again) {
        PasswordDialog dialog = new PasswordDialog(parent, folder, again);
        return dialog.open() == Window.OK ? Optional.of(dialog.password) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.PasswordDialog_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.PasswordDialog_title);
        setMessage(Messages.bind(Messages.PasswordDialog_message, folder));
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 14).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.PasswordDialog_password);
        field = new Text(area, SWT.BORDER | SWT.PASSWORD);
        field.addModifyListener(event -> update());
        GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(field);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.PasswordDialog_open, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        update();
        if (again) {
            setErrorMessage(Messages.bind(Messages.PasswordDialog_wrong, folder));
        }
        field.setFocus();
    }

    private void update() {
        setErrorMessage(null);
        getButton(IDialogConstants.OK_ID).setEnabled(field.getCharCount() > 0);
    }

    @Override
    protected void okPressed() {
        password = field.getTextChars();
        super.okPressed();
    }
}
