package org.chartroom.ui.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.core.check.CheckInfo;
import org.chartroom.core.check.CheckSettings;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.CheckSetting;
import org.chartroom.model.CheckSeverity;
import org.chartroom.model.ModelPackage;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.LabelText;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks how the workspace wants a check to be run, and why; the change is one step to undo, and is saved with the artifact. */
final class CheckDialog extends TitleAreaDialog {
    private static final int WIDTH = 420;
    private static final int LINES = 3;

    private final ArtifactEditing editing;
    private final CheckInfo info;
    private final Map<String, Text> thresholds = new LinkedHashMap<>();
    private Combo severity;
    private Text reason;

    /** @param info the check as it is declared */
    CheckDialog(Shell shell, ArtifactEditing editing, CheckInfo info) {
        super(shell);
        this.editing = editing;
        this.info = info;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.CheckDialog_title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(LabelText.line(info.name()));
        setMessage(LabelText.paragraph(info.description()));
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 12).spacing(10, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        CheckSettings settings = CheckSettings.of(editing.directory());
        label(area, Messages.CheckDialog_severity);
        severity = new Combo(area, SWT.READ_ONLY);
        CheckSeverity.VALUES.forEach(one -> severity.add(label(one)));
        severity.select(
                settings.of(info.id()).map(CheckSetting::getSeverity).orElse(CheckSeverity.DECLARED).getValue());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(severity);
        settings.applied(info).parameters().forEach(parameter -> {
            label(area, parameter.label());
            Text text = new Text(area, SWT.BORDER);
            text.setText(parameter.value().toPlainString());
            text.addModifyListener(event -> validate());
            GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
            thresholds.put(parameter.name(), text);
        });
        label(area, Messages.CheckDialog_reason);
        reason = new Text(area, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        reason.setText(settings.of(info.id()).map(CheckSetting::getReason).orElse(""));
        reason.addModifyListener(event -> validate());
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, reason.getLineHeight() * LINES).applyTo(reason);
        return area;
    }

    private static void label(Composite area, String text) {
        Label label = new Label(area, SWT.NONE);
        label.setText(LabelText.label(text));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }

    private String label(CheckSeverity one) {
        String label = Presentation
                .label(ModelPackage.Literals.CHECK_SEVERITY.getEEnumLiteral(one.getValue()));
        return one == CheckSeverity.DECLARED
                ? Messages.bind(Messages.CheckDialog_declared, label,
                        label(CheckSeverity.valueOf(info.severity().name())))
                : label;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        validate();
    }

    private void validate() {
        String problem = thresholds.entrySet().stream()
                .filter(one -> CheckSettings.threshold(one.getKey() + "=" + one.getValue().getText()).isEmpty())
                .findFirst().map(one -> Messages.bind(Messages.CheckDialog_number, one.getValue().getText()))
                .orElse(null);
        setErrorMessage(problem);
        getButton(IDialogConstants.OK_ID).setEnabled(problem == null && !reason.getText().isBlank());
    }

    @Override
    protected void okPressed() {
        List<String> said = new ArrayList<>();
        info.parameters().forEach(parameter -> CheckSettings
                .threshold(parameter.name() + "=" + thresholds.get(parameter.name()).getText())
                .filter(one -> one.getValue().compareTo(parameter.value()) != 0)
                .ifPresent(one -> said.add(one.getKey() + "=" + one.getValue().toPlainString())));
        editing.execute(CheckSettings.change(editing.domain(), editing.directory(), info.id(),
                CheckSeverity.get(severity.getSelectionIndex()), said, reason.getText().strip()));
        super.okPressed();
    }
}
