package org.chartroom.example.decisions;

import org.chartroom.model.Item;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;

/** What is still to be decided, as one text. */
final class WaitingPage extends ArtifactPage {
    private Label text;

    WaitingPage(ArtifactEditor editor) {
        super(editor, "waiting", "Waiting");
    }

    @Override
    protected void createContent(IManagedForm form) {
        Composite body = form.getForm().getBody();
        form.getForm().setText("Waiting for a decision");
        GridLayoutFactory.swtDefaults().margins(14, 12).applyTo(body);
        text = form.getToolkit().createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
    }

    @Override
    public void changed() {
        StringBuilder lines = new StringBuilder();
        for (Item decision : WaitingCheck.waiting(editing().artifact())) {
            Object needed = WaitingCheck.get(decision, "needed");
            lines.append(FieldFormat.name(decision)).append(needed == null ? "" : ", needed by " + needed).append('\n');
        }
        text.setText(lines.isEmpty() ? "Nothing waits. New decisions are added on the page Decisions." : lines.toString());
        text.getParent().layout();
    }
}
