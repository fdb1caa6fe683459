package org.chartroom.ui.forms.field;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.chartroom.ui.forms.ArtifactEditing;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** One value of a few: an enumeration, a step of a scale, a person. */
final class ChoiceField extends Field {
    private final Supplier<List<Choice>> choices;
    private Combo combo;
    private List<Choice> offered = List.of();

    /**
     * One value to choose.
     *
     * @param label what the user sees
     * @param value the value; null for none
     */
    record Choice(String label, Object value) {
    }

    ChoiceField(ArtifactEditing editing, EStructuralFeature feature, Supplier<List<Choice>> choices) {
        super(editing, feature);
        this.choices = choices;
    }

    @Override
    Control createControl(Composite parent, FormToolkit toolkit) {
        combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
        toolkit.adapt(combo, true, false);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose()));
        // Scrolling over a form must not change values in passing.
        combo.addListener(SWT.MouseWheel, event -> event.doit = false);
        return combo;
    }

    private void choose() {
        int index = combo.getSelectionIndex();
        if (index >= 0 && owner() != null) {
            set(offered.get(index).value());
        }
    }

    @Override
    void showValue() {
        List<Choice> now = owner() == null ? List.of() : choices.get();
        if (!now.equals(offered)) {
            offered = now;
            combo.setItems(now.stream().map(Choice::label).toArray(String[]::new));
        }
        combo.setEnabled(owner() != null && isEditable());
        Object value = value();
        for (int i = 0; i < offered.size(); i++) {
            if (Objects.equals(offered.get(i).value(), value)) {
                combo.select(i);
                return;
            }
        }
        combo.deselectAll();
    }
}
