package org.chartroom.charter.ui;

import java.util.UUID;

import org.chartroom.model.Element;
import org.chartroom.model.Person;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.RaciActivity;
import org.chartroom.model.charter.RaciAssignment;
import org.chartroom.model.charter.RaciRole;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.grid.GridColumn;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.IdentityCommand;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/**
 * The parts that one person has in the activities.
 *
 * @param person the person
 */
record RaciColumn(Person person) implements GridColumn {
    private static final int WIDTH = 118;

    @Override
    public EStructuralFeature feature() {
        return Literals.RACI_ASSIGNMENT__ROLE;
    }

    @Override
    public String id() {
        return person.getId();
    }

    @Override
    public String label() {
        return FieldFormat.name(person);
    }

    @Override
    public String tooltip() {
        return Messages.bind(Messages.raciTip, label(), person.getRole() == null ? "" : person.getRole());
    }

    @Override
    public int width() {
        return WIDTH;
    }

    private RaciAssignment find(Element row) {
        return ((RaciActivity) row).getAssignments().stream().filter(one -> one.getPerson() == person).findFirst()
                .orElse(null);
    }

    @Override
    public RaciRole value(Element row) {
        RaciAssignment assignment = find(row);
        return assignment == null ? null : assignment.getRole();
    }

    @Override
    public boolean isEditable(Element row) {
        return true;
    }

    @Override
    public Command set(EditingDomain domain, Element row, Object value) {
        RaciAssignment assignment = find(row);
        if (assignment == null) {
            return value == null
                    ? IdentityCommand.INSTANCE
                    : AddCommand.create(domain, row, Literals.RACI_ACTIVITY__ASSIGNMENTS, create((RaciRole) value));
        }
        return value == null
                ? RemoveCommand.create(domain, row, Literals.RACI_ACTIVITY__ASSIGNMENTS, assignment)
                : SetCommand.create(domain, assignment, Literals.RACI_ASSIGNMENT__ROLE, value);
    }

    private RaciAssignment create(RaciRole role) {
        RaciAssignment assignment = CharterFactory.eINSTANCE.createRaciAssignment();
        assignment.setId(UUID.randomUUID().toString());
        assignment.setPerson(person);
        assignment.setRole(role);
        return assignment;
    }

    @Override
    public void setNew(Element row, Object value) {
        if (value != null) {
            ((RaciActivity) row).getAssignments().add(create((RaciRole) value));
        }
    }
}
