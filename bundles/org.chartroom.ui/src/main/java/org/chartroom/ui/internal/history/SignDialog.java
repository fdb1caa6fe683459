package org.chartroom.ui.internal.history;

import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks in which role somebody decides and what he says, and shows the hash of the content it is about. */
final class SignDialog extends Dialog {
    private static final int WIDTH = 480;

    private final String title;
    private final String person;
    private final String contentSha256;
    private String role;
    private String comment = "";

    SignDialog(Shell shell, String title, String person, String role, String contentSha256) {
        super(shell);
        this.title = title;
        this.person = person;
        this.role = role;
        this.contentSha256 = contentSha256;
    }

    /** @return the role; may be empty */
    String role() {
        return role.strip();
    }

    /** @return in the person's words; may be empty */
    String comment() {
        return comment.strip();
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
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(8, 8).spacing(8, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        text(area, Messages.SignOffsView_person, person, SWT.READ_ONLY);
        Text roleField = text(area, Messages.SignOffsView_role, role, SWT.BORDER);
        roleField.addModifyListener(event -> role = roleField.getText());
        Text commentField = text(area, Messages.SignOffsView_commentQuestion, "", SWT.BORDER);
        commentField.addModifyListener(event -> comment = commentField.getText());
        text(area, Messages.SignOffsView_content, contentSha256, SWT.READ_ONLY)
                .setToolTipText(Messages.SignOffsView_contentHint);
        commentField.setFocus();
        return area;
    }

    private static Text text(Composite area, String label, String value, int style) {
        new Label(area, SWT.NONE).setText(label);
        Text text = new Text(area, style);
        text.setText(value);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        return text;
    }
}
