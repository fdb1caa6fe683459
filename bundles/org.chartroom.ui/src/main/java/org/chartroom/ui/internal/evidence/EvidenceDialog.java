package org.chartroom.ui.internal.evidence;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.chartroom.core.evidence.Evidences;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a file or an address, and what it is called. */
final class EvidenceDialog extends TitleAreaDialog {
    private static final int WIDTH = 380;

    private Text place;
    private Text nameField;
    private String typed = "";
    private String name = "";
    private boolean nameGiven;

    EvidenceDialog(Shell shell) {
        super(shell);
    }

    /** @return the file; empty when it is an address */
    Optional<Path> file() {
        return file(typed).filter(Files::isRegularFile);
    }

    private static Optional<Path> file(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            // Then it can only be an address.
            return Optional.empty();
        }
    }

    String address() {
        return typed;
    }

    /** @return what it is called; may be empty */
    String name() {
        return name;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.dialogTitle);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.dialogTitle);
        setMessage(Messages.dialogMessage);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(14, 14).spacing(8, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.fileOrAddress);
        place = new Text(area, SWT.BORDER);
        place.addModifyListener(event -> update());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT)
                .applyTo(place);
        Button browse = new Button(area, SWT.PUSH);
        browse.setText(Messages.browse);
        browse.addListener(SWT.Selection, event -> browse());
        new Label(area, SWT.NONE).setText(Messages.nameLabel);
        nameField = new Text(area, SWT.BORDER);
        nameField.addModifyListener(event -> {
            name = nameField.getText().strip();
            nameGiven = nameField.isFocusControl() ? !name.isEmpty() : nameGiven;
        });
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(nameField);
        return area;
    }

    private void browse() {
        String chosen = new FileDialog(getShell(), SWT.OPEN | SWT.SHEET).open();
        if (chosen != null) {
            place.setText(chosen);
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
    }

    private void update() {
        typed = place.getText().strip();
        Optional<Path> file = file(typed);
        Optional<String> refusal = file.isPresent()
                ? file.filter(some -> !Files.isRegularFile(some)).map(some -> NLS.bind(Messages.fileMissing, some))
                : Evidences.refusal(typed);
        setErrorMessage(refusal.orElse(null));
        getButton(IDialogConstants.OK_ID).setEnabled(refusal.isEmpty());
        if (!nameGiven) {
            nameField.setText(file().map(some -> some.getFileName().toString()).orElse(""));
        }
    }
}
