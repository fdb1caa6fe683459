package org.chartroom.ui.forms.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Steps;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.EditingListener;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/**
 * The fields of one element in a form, in the groups, the order and with the labels that the model's annotations say.
 * Dispose of it together with the form.
 */
public final class FormFields implements EditingListener {
    private static final int LINES = 3;
    private static final int NARROW = 130;

    private final ArtifactEditing editing;
    private final FormToolkit toolkit;
    private final List<Field> fields = new ArrayList<>();
    private final Runnable pendingInput = () -> List.copyOf(fields).forEach(Field::commit);
    private Element input;

    /**
     * @param editing the artifact that is edited
     * @param toolkit makes the widgets
     */
    public FormFields(ArtifactEditing editing, FormToolkit toolkit) {
        this.editing = editing;
        this.toolkit = toolkit;
        editing.addListener(this);
        editing.addPendingInput(pendingInput);
    }

    /**
     * @param eClass a class
     * @return its features that a form shows, by group, in the order of the model
     */
    public static Map<String, List<EStructuralFeature>> groups(EClass eClass) {
        Map<String, List<EStructuralFeature>> groups = new LinkedHashMap<>();
        for (EStructuralFeature feature : eClass.getEAllStructuralFeatures()) {
            boolean reference = feature instanceof EReference && !((EReference) feature).isContainment();
            if (!Presentation.isHidden(feature) && (feature instanceof EAttribute || reference)) {
                groups.computeIfAbsent(Presentation.group(feature), group -> new ArrayList<>()).add(feature);
            }
        }
        return groups;
    }

    /**
     * Makes a section with one labelled field for each feature.
     *
     * @param parent where the section goes
     * @param title its title
     * @param features the features
     * @param columns fields beside each other, 1 or 2
     * @return the section
     */
    public Section section(Composite parent, String title, List<EStructuralFeature> features, int columns) {
        Section section = toolkit.createSection(parent,
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(LabelText.label(title));
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.swtDefaults().numColumns(2 * columns).margins(6, 8).spacing(12, 6).applyTo(client);
        section.setClient(client);
        int used = 0;
        for (EStructuralFeature feature : features) {
            boolean wide = feature instanceof EAttribute && Presentation.isMultiline(feature);
            if (wide && used % columns != 0) {
                // It takes a whole row: the one it would begin in the middle of is left as it is.
                GridDataFactory.swtDefaults().span(2 * (columns - used % columns), 1)
                        .applyTo(toolkit.createLabel(client, ""));
                used = 0;
            }
            add(client, feature, columns);
            used += wide ? columns : 1;
        }
        toolkit.paintBordersFor(client);
        return section;
    }

    private void add(Composite client, EStructuralFeature feature, int columns) {
        Field field = field(feature);
        String text = Presentation.detail(feature, "longLabel").orElseGet(() -> Presentation.label(feature));
        Label label = toolkit.createLabel(client,
                LabelText.label(Presentation.withUnit(text, feature)));
        label.setToolTipText(LabelText.tip(Presentation.documentation(feature)));
        field.setLabel(label);
        field.create(client, toolkit);
        boolean multiline = feature instanceof EAttribute && Presentation.isMultiline(feature);
        boolean tall = multiline || feature instanceof EReference && feature.isMany();
        label.setLayoutData(
                GridDataFactory.swtDefaults().align(SWT.BEGINNING, tall ? SWT.BEGINNING : SWT.CENTER).create());
        GridDataFactory data = GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).indent(6, 0);
        if (multiline) {
            data.span(2 * columns - 1, 1).hint(NARROW, LINES * label.computeSize(SWT.DEFAULT, SWT.DEFAULT).y + 6);
        }
        data.applyTo(field.outer());
        fields.add(field);
    }

    private Field field(EStructuralFeature feature) {
        if (feature instanceof EReference reference) {
            if (reference.isMany()) {
                return new ReferencesField(editing, reference);
            }
            if (ModelPackage.Literals.ARTIFACT.isSuperTypeOf(reference.getEReferenceType())) {
                return new ArtifactField(editing, reference);
            }
            return reference.getEReferenceType() == ModelPackage.Literals.PERSON
                    ? new PersonField(editing, reference)
                    : new ChoiceField(editing, reference, () -> elements(reference), directoryList(reference));
        }
        EAttribute attribute = (EAttribute) feature;
        if (attribute.isDerived()) {
            return new TextField(editing, attribute);
        }
        if (attribute.getEAttributeType() instanceof EEnum literals) {
            return new ChoiceField(editing, attribute, () -> literals.getELiterals().stream()
                    .map(literal -> new ChoiceField.Choice(Presentation.label(literal), literal.getInstance()))
                    .toList());
        }
        if (attribute.getEAttributeType().getInstanceClass() == boolean.class) {
            return new ChoiceField(editing, attribute, () -> List.of(new ChoiceField.Choice(Messages.no, false),
                    new ChoiceField.Choice(Messages.yes, true)));
        }
        if (Steps.has(attribute)) {
            return new ChoiceField(editing, attribute, () -> steps(attribute));
        }
        return new TextField(editing, attribute);
    }

    private List<ChoiceField.Choice> elements(EReference reference) {
        List<ChoiceField.Choice> choices = new ArrayList<>();
        choices.add(new ChoiceField.Choice(Messages.notSet, null));
        // Most references lead to the directory; one that says so leads to other items of the same artifact.
        EObject holder = Presentation.isWithinArtifact(reference) ? editing.root() : editing.directory();
        for (EObject element : holder.eContents()) {
            if (reference.getEReferenceType().isInstance(element)) {
                choices.add(new ChoiceField.Choice(FieldFormat.name((Element) element), element));
            }
        }
        return choices;
    }

    /** The list of the directory that has what can be chosen; empty when it is something of the artifact. */
    static Optional<EReference> directoryList(EReference reference) {
        return ModelPackage.Literals.DIRECTORY.getEAllContainments().stream()
                .filter(list -> list.getEReferenceType() == reference.getEReferenceType()).findFirst();
    }

    private List<ChoiceField.Choice> steps(EAttribute attribute) {
        List<ChoiceField.Choice> choices = new ArrayList<>();
        choices.add(new ChoiceField.Choice(Messages.notSet, null));
        Map<Integer, String> labels = Steps.labels(attribute, editing.root());
        int most = Steps.count(attribute, editing.root());
        for (int step = 1; step <= most; step++) {
            String label = labels.containsKey(step) ? step + " \u2013 " + labels.get(step) : String.valueOf(step);
            choices.add(new ChoiceField.Choice(label, step));
        }
        return choices;
    }

    /** @param element the element to show from now on; null for none */
    public void setInput(Element element) {
        if (input != element) {
            pendingInput.run();
            input = element;
            fields.forEach(field -> field.setOwner(element));
        } else {
            // What it refers to, or can be chosen, may have been loaded anew.
            fields.forEach(Field::refresh);
        }
    }

    /**
     * @param feature a feature that has a field here
     * @return whether its field now has the focus
     */
    public boolean reveal(EStructuralFeature feature) {
        for (Field field : fields) {
            if (field.feature() == feature) {
                FormToolkit.ensureVisible(field.outer());
                return field.control().setFocus();
            }
        }
        return false;
    }

    @Override
    public void changed() {
        fields.forEach(Field::refresh);
    }

    @Override
    public void findingsChanged() {
        fields.forEach(Field::refreshFinding);
    }

    /** Stops listening to the artifact. */
    public void dispose() {
        editing.removeListener(this);
        editing.removePendingInput(pendingInput);
    }
}
