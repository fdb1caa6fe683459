package org.chartroom.exchange.importing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Item;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** What an import would do, row by row; nothing is changed until its command is executed. */
public final class ImportPlan {
    /** What happens to a row. */
    public enum Outcome {
        /** It becomes a new item. */
        CREATED,
        /** It changes an item that is there. */
        CHANGED,
        /** The item is there already, just so. */
        UNCHANGED,
        /** It can't be imported. */
        REFUSED
    }

    /**
     * What happens to one row.
     *
     * @param outcome what happens
     * @param line number of the row's first line in the file
     * @param label key or title of the item
     * @param column name of the column that is the reason of a refusal; empty otherwise
     * @param detail why it is refused, or which fields change from what to what; empty otherwise
     */
    public record Entry(Outcome outcome, long line, String label, String column, String detail) {
    }

    /** One value to set on something that is there, or one child to add to it. */
    record Edit(EObject owner, EStructuralFeature feature, Object value) {
    }

    private final List<Entry> entries;
    private final List<String> newPeople;
    private final List<String> notes;
    private final Function<EditingDomain, Optional<Command>> command;

    /**
     * @param entries what happens to each row
     * @param newPeople names of people that the directory gets
     * @param notes what of the file goes nowhere, one sentence each
     * @param command makes the command that does everything
     */
    public ImportPlan(List<Entry> entries, List<String> newPeople, List<String> notes,
            Function<EditingDomain, Optional<Command>> command) {
        this.entries = List.copyOf(entries);
        this.newPeople = List.copyOf(newPeople);
        this.notes = List.copyOf(notes);
        this.command = command;
    }

    /**
     * What is to be changed, as parts of one command.
     *
     * @param artifact the artifact that gets the items
     * @param items its list of items
     * @param created items that are added
     * @param edits changes of what is there
     * @param directory the directory that gets the people
     * @param people people that are added
     */
    record Changes(Artifact artifact, EReference items, List<Item> created, List<Edit> edits, Directory directory,
            List<Person> people) {
        Optional<Command> command(EditingDomain domain) {
            CompoundCommand all = new CompoundCommand();
            if (!people.isEmpty()) {
                all.append(AddCommand.create(domain, directory, ModelPackage.Literals.DIRECTORY__PEOPLE, people));
            }
            if (!created.isEmpty()) {
                all.append(AddCommand.create(domain, artifact, items, created));
            }
            for (Edit edit : edits) {
                all.append(edit.feature().isMany()
                        ? AddCommand.create(domain, edit.owner(), edit.feature(), edit.value())
                        : SetCommand.create(domain, edit.owner(), edit.feature(), edit.value()));
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(all);
        }
    }

    /** @return what happens to each row, in the order of the file */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * @param outcome an outcome
     * @return number of rows that have it
     */
    public long count(Outcome outcome) {
        return entries.stream().filter(entry -> entry.outcome() == outcome).count();
    }

    /** @return names of people that the directory gets because the table names them */
    public List<String> newPeople() {
        return newPeople;
    }

    /** @return what of the file goes nowhere, one sentence each; a table says it in its mapping */
    public List<String> notes() {
        return notes;
    }

    /**
     * @param domain the editing domain of the artifact
     * @return one command that does everything and can be undone; empty when there is nothing to do
     */
    public Optional<Command> command(EditingDomain domain) {
        return command.apply(domain);
    }
}
