package org.chartroom.ui.forms.grid;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.value.Names;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.swt.widgets.Shell;

/**
 * People whom cells name in one step and who are not in the directory yet. Each is made once, however many cells name them,
 * and added in the same step when the user agrees.
 */
final class NewPeople {
    private final Map<String, Person> byName = new LinkedHashMap<>();

    /**
     * @param value a value for a cell
     * @return the value; for somebody new the person of that name in this step
     */
    Object collect(Object value) {
        return isNew(value)
                ? byName.computeIfAbsent(Names.folded(((Person) value).getName()),
                        name -> (Person) value)
                : value;
    }

    /** Whether a value is a person that a text was read as, in no directory. */
    static boolean isNew(Object value) {
        return value instanceof Person person && person.eContainer() == null && !person.eIsProxy();
    }

    /**
     * Asks whether to add them.
     *
     * @param shell for the question
     * @return whether the step can be done: at once when there is nobody new
     */
    boolean areWanted(Shell shell) {
        return byName.isEmpty() || Notice.question(shell, Messages.newPerson, byName.size() == 1
                ? Messages.bind(Messages.newPersonQuestion, names())
                : Messages.bind(Messages.newPeopleQuestion, names()));
    }

    private String names() {
        return String.join(", ", byName.values().stream().map(Person::getName).toList());
    }

    /** @return a command that adds them, to be executed before the cells are set; empty when there is nobody new */
    Optional<Command> command(ArtifactEditing editing) {
        return byName.isEmpty()
                ? Optional.empty()
                : Optional.of(AddCommand.create(editing.domain(), editing.directory(),
                        ModelPackage.Literals.DIRECTORY__PEOPLE, byName.values()));
    }
}
