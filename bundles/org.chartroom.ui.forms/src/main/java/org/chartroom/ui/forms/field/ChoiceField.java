package org.chartroom.ui.forms.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactOpening;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.core.runtime.ILog;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;

/** One value of a few: an enumeration, a step of a scale, a person. */
final class ChoiceField extends Field {
    private final Supplier<List<Choice>> choices;
    private final Optional<EReference> directoryList;
    private Composite row;
    private Hyperlink addition;
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
        this(editing, feature, choices, Optional.empty());
    }

    /** @param directoryList where the choices come from, so that the user is led there while there are none */
    ChoiceField(ArtifactEditing editing, EStructuralFeature feature, Supplier<List<Choice>> choices,
            Optional<EReference> directoryList) {
        super(editing, feature);
        this.choices = choices;
        this.directoryList = directoryList;
    }

    @Override
    Control createControl(Composite parent, FormToolkit toolkit) {
        if (directoryList.isPresent()) {
            row = toolkit.createComposite(parent);
            GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(row);
        }
        combo = new Combo(row == null ? parent : row, SWT.DROP_DOWN | SWT.READ_ONLY);
        toolkit.adapt(combo, true, false);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose()));
        // Scrolling over a form must not change values in passing.
        combo.addListener(SWT.MouseWheel, event -> event.doit = false);
        if (row != null) {
            GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
            addition = toolkit.createHyperlink(row, Messages.addInDirectory, SWT.NONE);
            addition.setToolTipText(Messages.addInDirectoryTip);
            addition.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(event -> openDirectory()));
            GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(8, 0).exclude(true)
                    .applyTo(addition);
            addition.setVisible(false);
        }
        return combo;
    }

    @Override
    Control outer() {
        return row == null ? combo : row;
    }

    private void openDirectory() {
        try {
            ArtifactOpening.openDirectory(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(),
                    editing().workspace(), Optional.empty(), directoryList.orElseThrow());
        } catch (PartInitException e) {
            ILog.get().error(e.getMessage(), e);
        }
    }

    private void showAddition() {
        // What is stored and can't be chosen any more is none of them.
        boolean wanted = owner() != null && isEditable() && choices.get().size() <= 1;
        GridData data = (GridData) addition.getLayoutData();
        if (data.exclude == wanted) {
            data.exclude = !wanted;
            addition.setVisible(wanted);
            addition.requestLayout();
        }
    }

    private void choose() {
        int index = combo.getSelectionIndex();
        if (index >= 0 && owner() != null) {
            set(offered.get(index).value());
        }
    }

    @Override
    void showValue() {
        Object value = value();
        List<Choice> now = owner() == null ? List.of() : offered(value);
        if (!now.equals(offered)) {
            offered = now;
            combo.setItems(now.stream().map(Choice::label).map(LabelText::line).toArray(String[]::new));
        }
        combo.setEnabled(owner() != null && isEditable());
        if (addition != null) {
            showAddition();
        }
        for (int i = 0; i < offered.size(); i++) {
            if (Objects.equals(offered.get(i).value(), value)) {
                combo.select(i);
                return;
            }
        }
        combo.deselectAll();
    }

    /** What is stored is shown, also when nobody could choose it any more: a step beyond the scale, somebody deleted. */
    private List<Choice> offered(Object value) {
        List<Choice> now = choices.get();
        if (value == null || now.stream().anyMatch(choice -> value.equals(choice.value()))) {
            return now;
        }
        List<Choice> withValue = new ArrayList<>(now);
        withValue.add(new Choice(FieldFormat.current().text(feature(), value), value));
        return withValue;
    }
}
