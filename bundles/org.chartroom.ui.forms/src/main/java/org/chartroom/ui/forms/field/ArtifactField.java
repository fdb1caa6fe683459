package org.chartroom.ui.forms.field;

import java.util.List;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.model.Artifact;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** Another artifact of the workspace, chosen by key and title; only the chosen one is loaded. */
final class ArtifactField extends Field {
    private final EReference reference;
    private Combo combo;
    private List<ArtifactInfo> offered = List.of();

    ArtifactField(ArtifactEditing editing, EReference reference) {
        super(editing, reference);
        this.reference = reference;
    }

    @Override
    Control createControl(Composite parent, FormToolkit toolkit) {
        combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
        toolkit.adapt(combo, true, false);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose()));
        combo.addFocusListener(FocusListener.focusGainedAdapter(event -> showValue()));
        // Scrolling over a form must not change values in passing.
        combo.addListener(SWT.MouseWheel, event -> event.doit = false);
        return combo;
    }

    private void choose() {
        int index = combo.getSelectionIndex();
        if (index >= 0 && owner() != null) {
            set(index == 0
                    ? null
                    : editing().session().artifact(offered.get(index - 1).id()).orElse(null));
        }
    }

    @Override
    void showValue() {
        List<ArtifactInfo> now = editing().session().artifacts().stream()
                .filter(artifact -> reference.getEReferenceType().isSuperTypeOf(artifact.type())).toList();
        if (!now.equals(offered) || combo.getItemCount() == 0) {
            offered = now;
            combo.removeAll();
            combo.add(Messages.notSet);
            now.forEach(artifact -> combo.add(LabelText.line(artifact.key() + " " + artifact.title())));
        }
        combo.setEnabled(owner() != null && isEditable());
        if (!(value() instanceof Artifact chosen)) {
            combo.select(0);
            return;
        }
        combo.deselectAll();
        for (int i = 0; i < offered.size(); i++) {
            if (offered.get(i).id().equals(chosen.getId())) {
                combo.select(i + 1);
            }
        }
    }
}
