package org.chartroom.ui.internal.workspace;

import java.util.Arrays;
import java.util.Optional;

import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a new password of the workspace, or whether it shall have none, and says what a lost one means. */
final class NewPasswordDialog extends TitleAreaDialog {
    private final boolean isProtected;
    private Text present;
    private Text first;
    private Text second;
    private Button remove;
    private Optional<char[]> presentPassword = Optional.empty();
    private Optional<char[]> newPassword = Optional.empty();

    NewPasswordDialog(Shell parent, boolean isProtected) {
        super(parent);
        this.isProtected = isProtected;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.NewPasswordDialog_title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.NewPasswordDialog_title);
        setMessage(Messages.NewPasswordDialog_message, IMessageProvider.WARNING);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 14).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        if (isProtected) {
            present = field(area, Messages.NewPasswordDialog_present);
            remove = new Button(area, SWT.CHECK);
            remove.setText(Messages.NewPasswordDialog_remove);
            remove.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> update()));
            GridDataFactory.fillDefaults().span(2, 1).applyTo(remove);
        }
        first = field(area, Messages.NewPasswordDialog_first);
        second = field(area, Messages.NewPasswordDialog_second);
        Label explanation = new Label(area, SWT.WRAP);
        explanation.setText(Messages.NewPasswordDialog_restart);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(480, SWT.DEFAULT).applyTo(explanation);
        return area;
    }

    private Text field(Composite area, String label) {
        new Label(area, SWT.NONE).setText(label);
        Text field = new Text(area, SWT.BORDER | SWT.PASSWORD);
        field.addModifyListener(event -> update());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
        return field;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.NewPasswordDialog_apply, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        update();
    }

    private boolean isRemoval() {
        return remove != null && remove.getSelection();
    }

    private void update() {
        first.setEnabled(!isRemoval());
        second.setEnabled(!isRemoval());
        boolean same = hasSame();
        setErrorMessage(!isRemoval() && !same && second.getCharCount() >= first.getCharCount()
                ? Messages.NewPasswordDialog_notSame
                : null);
        getButton(IDialogConstants.OK_ID).setEnabled((present == null || present.getCharCount() > 0)
                && (isRemoval() || same && first.getCharCount() > 0));
    }

    private boolean hasSame() {
        char[] one = first.getTextChars();
        char[] other = second.getTextChars();
        boolean same = Arrays.equals(one, other);
        Arrays.fill(one, '\0');
        Arrays.fill(other, '\0');
        return same;
    }

    @Override
    protected void okPressed() {
        presentPassword = Optional.ofNullable(present).map(Text::getTextChars);
        newPassword = isRemoval() ? Optional.empty() : Optional.of(first.getTextChars());
        super.okPressed();
    }

    /** @return the present password; empty when there is none */
    Optional<char[]> present() {
        return presentPassword;
    }

    /** @return the new password; empty for none */
    Optional<char[]> password() {
        return newPassword;
    }
}
