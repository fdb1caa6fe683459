package org.chartroom.ui.forms.field;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.chartroom.core.value.NaturalOrder;
import org.chartroom.core.value.Names;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** A person of the directory, chosen or typed; somebody new is added to the directory when the user agrees. */
final class PersonField extends Field {
    private Combo combo;
    private boolean asking;
    private String declined = "";

    PersonField(ArtifactEditing editing, EReference reference) {
        super(editing, reference);
    }

    @Override
    Control createControl(Composite parent, FormToolkit toolkit) {
        combo = new Combo(parent, SWT.DROP_DOWN | (isEditable() ? SWT.NONE : SWT.READ_ONLY));
        toolkit.adapt(combo, true, false);
        combo.addModifyListener(event -> tellTyping());
        combo.addFocusListener(FocusListener.focusGainedAdapter(event -> offer()));
        combo.addFocusListener(FocusListener.focusLostAdapter(event -> commit()));
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> commit()));
        combo.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> commit()));
        combo.addListener(SWT.MouseWheel, event -> event.doit = false);
        return combo;
    }

    private void offer() {
        String text = combo.getText();
        combo.setItems(people().stream().map(FieldFormat::name).sorted(NaturalOrder.current()).distinct()
                .toArray(String[]::new));
        combo.setText(text);
    }

    private String name() {
        return value() instanceof Person person ? FieldFormat.name(person) : "";
    }

    private List<Person> people() {
        return editing().directory().getPeople();
    }

    @Override
    void showValue() {
        combo.setEnabled(owner() != null && isEditable());
        // Only what can be typed into must have the whole name.
        String name = isEditable() ? name() : LabelText.line(name());
        if (!isRefused() && !combo.isFocusControl() && !combo.getText().equals(name)) {
            if (!isEditable()) {
                // One that can't be typed into shows nothing that it doesn't offer.
                combo.setItems(name);
            }
            combo.setText(name);
        }
        tellTyping();
    }

    private void tellTyping() {
        editing().setTyping(this, isEditable() && owner() != null && !combo.getText().strip().equals(name()));
    }

    @Override
    void commit() {
        if (combo.isDisposed() || owner() == null || !isEditable() || asking) {
            return;
        }
        String name = combo.getText().strip();
        String before = name();
        if (name.equals(before)) {
            refuse(null);
            return;
        }
        if (name.isEmpty()) {
            refuse(null);
            set(null);
            return;
        }
        Optional<Person> known = people().stream().filter(person -> Names.same(FieldFormat.name(person), name))
                .findFirst();
        if (known.isPresent()) {
            refuse(null);
            set(known.get());
        } else if (!isRefused() || !name.equals(declined)) {
            addOrRefuse(name);
        }
    }

    private void addOrRefuse(String name) {
        asking = true;
        try {
            if (Notice.question(combo.getShell(), Messages.newPerson,
                    Messages.bind(Messages.newPersonQuestion, name))) {
                refuse(null);
                add(name);
            } else {
                // Not asked again for the same name each time the field is left.
                declined = name;
                refuse(Messages.bind(Messages.unknownPerson, name));
            }
        } finally {
            asking = false;
        }
    }

    private void add(String name) {
        Person person = ModelFactory.eINSTANCE.createPerson();
        person.setId(UUID.randomUUID().toString());
        person.setName(name);
        CompoundCommand both = new CompoundCommand(Messages.newPerson);
        both.append(AddCommand.create(editing().domain(), editing().directory(),
                ModelPackage.Literals.DIRECTORY__PEOPLE, person));
        both.append(SetCommand.create(editing().domain(), owner(), feature(), person));
        editing().execute(both);
    }
}
