package org.chartroom.exchange.importing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.CommandParameter;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** What an import would do, row by row; nothing is changed until its command is executed. */
public final class ImportPlan {
    /** What happens to a row. */
    public enum Outcome {
        /** It becomes a new item, or a part of one. */
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
     * @param column name of the column that is the reason of a refusal, the first of several; empty otherwise
     * @param detail why it is refused, or which fields change from what to what; empty otherwise
     * @param further what else is wrong in a row that is refused, in the order of its columns
     */
    public record Entry(Outcome outcome, long line, String label, String column, String detail,
            List<Problem> further) {
        /**
         * @param outcome what happens
         * @param line number of the row's first line in the file
         * @param label key or title of the item
         * @param column name of the column that is the reason of a refusal; empty otherwise
         * @param detail why it is refused, or which fields change from what to what; empty otherwise
         */
        public Entry(Outcome outcome, long line, String label, String column, String detail) {
            this(outcome, line, label, column, detail, List.of());
        }

        /** @return the detail, with all that is wrong in a row that is refused, each with its column */
        public String said() {
            return Stream.concat(Stream.of(new Problem(column, detail)), further.stream()).map(Problem::said)
                    .collect(Collectors.joining("; "));
        }
    }

    /**
     * A cell of a row that can't be imported.
     *
     * @param column name of its column; empty when the row as a whole is meant
     * @param detail why
     */
    public record Problem(String column, String detail) {
        private String said() {
            return column.isEmpty() ? detail : column + ": " + detail;
        }
    }

    /**
     * One value to set on something that is there, all of a list of it, or one child to add to it.
     *
     * @param index where the child is added; {@link CommandParameter#NO_INDEX} for the end
     */
    record Edit(EObject owner, EStructuralFeature feature, Object value, int index) {
        Edit(EObject owner, EStructuralFeature feature, Object value) {
            this(owner, feature, value, CommandParameter.NO_INDEX);
        }
    }

    private final List<Entry> entries;
    private final List<String> newPeople;
    private final List<String> notes;
    private final List<String> nowhere;
    private final Optional<TablePlan> table;
    private final ImportTotals totals;
    private final Function<EditingDomain, Optional<Command>> command;
    /** Null where nobody knows what the command refers to. */
    private final Move move;

    /** Makes the command for another session than the one that was planned in. */
    interface Move {
        /** What is there is in the session that was planned in. */
        UnaryOperator<EObject> SAME = UnaryOperator.identity();

        /**
         * @param domain the domain of that session
         * @param there gives what an object of the plan is there
         * @return the command; empty when there is nothing to do
         */
        Optional<Command> command(EditingDomain domain, UnaryOperator<EObject> there);
    }

    /**
     * @param entries what happens to each row
     * @param newPeople names of people that the directory gets
     * @param notes what is to be said, one sentence each
     * @param command makes the command that does everything
     */
    public ImportPlan(List<Entry> entries, List<String> newPeople, List<String> notes,
            Function<EditingDomain, Optional<Command>> command) {
        this(entries, newPeople, notes, List.of(), command);
    }

    /**
     * @param entries what happens to each row
     * @param newPeople names of people that the directory gets
     * @param notes what is to be said, one sentence each
     * @param nowhere what of the file goes nowhere, one sentence each
     * @param command makes the command that does everything
     */
    public ImportPlan(List<Entry> entries, List<String> newPeople, List<String> notes, List<String> nowhere,
            Function<EditingDomain, Optional<Command>> command) {
        this(entries, newPeople, notes, nowhere, Optional.empty(), totals(entries), command, null);
    }

    private ImportPlan(List<Entry> entries, List<String> newPeople, List<String> notes, List<String> nowhere,
            Optional<TablePlan> table, ImportTotals totals, Function<EditingDomain, Optional<Command>> command,
            Move move) {
        this.entries = List.copyOf(entries);
        this.newPeople = List.copyOf(newPeople);
        this.notes = List.copyOf(notes);
        this.nowhere = List.copyOf(nowhere);
        this.table = table;
        this.totals = totals;
        this.command = command;
        this.move = move;
    }

    /** @param move makes the command that does everything, in any session */
    ImportPlan(List<Entry> entries, List<String> newPeople, List<String> notes, Move move) {
        this(entries, newPeople, notes, List.of(), Optional.empty(), totals(entries), move);
    }

    private static ImportTotals totals(List<Entry> entries) {
        return totals(entries, List.of(), List.of(), ImportTotals.Stated.NONE, List.of());
    }

    /** @return the control totals of rows with their sums, and of figures that the file states */
    static ImportTotals totals(List<Entry> entries, List<ImportTotals.Column> columns,
            List<ImportTotals.Compared> compared, ImportTotals.Stated stated,
            List<ImportTotals.Contradiction> contradictions) {
        return new ImportTotals(entries.size(), count(entries, Outcome.CREATED), count(entries, Outcome.CHANGED),
                count(entries, Outcome.UNCHANGED), count(entries, Outcome.REFUSED), columns, compared, stated,
                List.copyOf(contradictions));
    }

    /**
     * @param notes what was taken for granted, one sentence each
     * @param nowhere what of the file goes nowhere, one sentence each
     * @param table how the table is taken
     * @param move makes the command that does everything, in any session
     */
    ImportPlan(List<Entry> entries, List<String> newPeople, List<String> notes, List<String> nowhere,
            Optional<TablePlan> table, Move move) {
        this(entries, newPeople, notes, nowhere, table, totals(entries), move);
    }

    /**
     * @param notes what was taken for granted, one sentence each
     * @param nowhere what of the file goes nowhere, one sentence each
     * @param table how the table is taken
     * @param totals its control totals
     * @param move makes the command that does everything, in any session
     */
    ImportPlan(List<Entry> entries, List<String> newPeople, List<String> notes, List<String> nowhere,
            Optional<TablePlan> table, ImportTotals totals, Move move) {
        this(entries, newPeople, notes, nowhere, table, totals,
                domain -> move.command(domain, Move.SAME), move);
    }

    /**
     * What is to be changed, as parts of one command.
     *
     * @param artifact the artifact, or the directory, that gets the items
     * @param items its list of items
     * @param created items that are added
     * @param edits changes of what is there
     * @param directory the directory that gets the people
     * @param people people that are added
     */
    record Changes(Element artifact, EReference items, List<? extends Element> created, List<Edit> edits,
            Directory directory, List<Person> people) {
        Optional<Command> command(EditingDomain domain, UnaryOperator<EObject> there) {
            if (there != Move.SAME) {
                created.forEach(item -> refer(item, there));
            }
            CompoundCommand all = new CompoundCommand();
            if (!people.isEmpty()) {
                all.append(AddCommand.create(domain, there.apply(directory), ModelPackage.Literals.DIRECTORY__PEOPLE,
                        people));
            }
            if (!created.isEmpty()) {
                all.append(AddCommand.create(domain, there.apply(artifact), items, created));
            }
            for (Edit edit : edits) {
                EObject owner = there.apply(edit.owner());
                if (edit.feature() instanceof EReference reference && reference.isContainment()) {
                    made(edit).forEach(one -> refer(one, there));
                }
                all.append(command(domain, owner, edit, value(edit.value(), there)));
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(all);
        }

        private static Stream<EObject> made(Edit edit) {
            return edit.value() instanceof List<?> many
                    ? many.stream().map(EObject.class::cast)
                    : Stream.of((EObject) edit.value());
        }

        private static Object value(Object value, UnaryOperator<EObject> there) {
            if (value instanceof List<?> many) {
                return many.stream().map(one -> value(one, there)).toList();
            }
            return value instanceof EObject target ? there.apply(target) : value;
        }

        private static Command command(EditingDomain domain, EObject owner, Edit edit, Object value) {
            if (!edit.feature().isMany() || value instanceof List<?>) {
                return SetCommand.create(domain, owner, edit.feature(), value);
            }
            return edit.index() == CommandParameter.NO_INDEX
                    ? AddCommand.create(domain, owner, edit.feature(), value)
                    : new PlacedCommand(() -> AddCommand.create(domain, owner, edit.feature(), value, edit.index()));
        }

        /**
         * Does everything to a copy of the artifact, which can then be asked what it computes.
         *
         * @return gives what an element of the artifact, or a new one, is in the copy
         */
        UnaryOperator<EObject> copied() {
            EcoreUtil.Copier copier = new EcoreUtil.Copier();
            Resource resource = new ResourceImpl();
            resource.getContents().add(copier.copy(artifact));
            if (artifact != directory) {
                resource.getContents().add(copier.copy(directory));
            }
            created.forEach(copier::copy);
            for (Edit edit : edits) {
                if (edit.feature() instanceof EReference reference && reference.isContainment()) {
                    made(edit).forEach(copier::copy);
                }
            }
            copier.copyReferences();
            UnaryOperator<EObject> copies = object -> copier.getOrDefault(object, object);
            add(copier.get(artifact), items, created.stream().map(copies).toList(), CommandParameter.NO_INDEX);
            for (Edit edit : edits) {
                Object value = value(edit.value(), copies);
                EObject owner = copies.apply(edit.owner());
                if (!edit.feature().isMany() || value instanceof List<?>) {
                    owner.eSet(edit.feature(), value);
                } else {
                    add(owner, edit.feature(), List.of(value), edit.index());
                }
            }
            return copies;
        }

        @SuppressWarnings("unchecked")
        private static void add(EObject owner, EStructuralFeature feature, List<?> values, int index) {
            List<Object> list = (List<Object>) owner.eGet(feature);
            list.addAll(index == CommandParameter.NO_INDEX ? list.size() : index, values);
        }

        /** Makes something new, and all that is in it, refer to what is there. */
        private static void refer(EObject made, UnaryOperator<EObject> there) {
            for (EReference reference : made.eClass().getEAllReferences()) {
                if (!reference.isContainment() && !reference.isContainer() && !reference.isDerived()
                        && made.eIsSet(reference)) {
                    made.eSet(reference, reference.isMany()
                            ? ((List<?>) made.eGet(reference)).stream().map(one -> there.apply((EObject) one)).toList()
                            : there.apply((EObject) made.eGet(reference)));
                }
            }
            made.eContents().forEach(child -> refer(child, there));
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
        return count(entries, outcome);
    }

    private static long count(List<Entry> entries, Outcome outcome) {
        return entries.stream().filter(entry -> entry.outcome() == outcome).count();
    }

    /** @return names of people that the directory gets because the table names them */
    public List<String> newPeople() {
        return newPeople;
    }

    /** @return what is to be said, one sentence each: what was taken for granted, and what goes nowhere */
    public List<String> notes() {
        return Stream.concat(notes.stream(), nowhere.stream()).toList();
    }

    /**
     * @param said what is to be said besides, one sentence each
     * @return the same plan, whose notes begin with that
     */
    public ImportPlan saying(List<String> said) {
        List<String> all = Stream.concat(said.stream(), notes.stream()).toList();
        return new ImportPlan(entries, newPeople, all, nowhere, table, totals, command, move);
    }

    /**
     * @param columns the sums of numbers and amounts in the file, and of what of them arrives
     * @return the same plan with these in its control totals
     */
    public ImportPlan summing(List<ImportTotals.Column> columns) {
        return new ImportPlan(entries, newPeople, notes, nowhere, table,
                new ImportTotals(totals.rows(), totals.created(), totals.changed(), totals.unchanged(),
                        totals.refused(), List.copyOf(columns), totals.compared(), totals.stated(),
                        totals.contradictions()),
                command, move);
    }

    /**
     * @param more what goes nowhere besides, one sentence each
     * @return the same plan, which says that, too
     */
    public ImportPlan leaving(List<String> more) {
        return new ImportPlan(entries, newPeople, notes, Stream.concat(nowhere.stream(), more.stream()).toList(), table,
                totals, command, move);
    }

    /**
     * @param options names of options that are said and mean nothing to the table
     * @return the same plan, which says that, too
     */
    public ImportPlan unusing(List<String> options) {
        return new ImportPlan(entries, newPeople, notes, nowhere, table.map(one -> one.unusing(options)), totals,
                command,
                move);
    }

    /**
     * @param later the same table, planned when this plan and others are done
     * @return this plan, whose stated figures are compared with what is computed then
     */
    ImportPlan comparedAs(ImportPlan later) {
        ImportTotals.Stated stated = later.totals.stated();
        return new ImportPlan(entries, newPeople, notes, later.nowhere, later.table,
                new ImportTotals(totals.rows(), totals.created(), totals.changed(), totals.unchanged(),
                        totals.refused(), totals.columns(), later.totals.compared(), stated,
                        later.totals.contradictions()),
                move);
    }

    /** @return whether a row of it arrives, or is there already: what is wholly refused says nothing of its columns */
    public boolean arrives() {
        return changes() || count(Outcome.UNCHANGED) > 0;
    }

    /** @return whether it brings or changes anything */
    public boolean changes() {
        return count(Outcome.CREATED) + count(Outcome.CHANGED) > 0;
    }

    /** @return what of the file goes nowhere, one sentence each */
    public List<String> nowhere() {
        return nowhere;
    }

    /** @return the control totals */
    public ImportTotals totals() {
        return totals;
    }

    /** @return how the table is taken; empty when the fields of the file have fixed meanings */
    public Optional<TablePlan> table() {
        return table;
    }

    /**
     * @param domain the editing domain of the artifact
     * @return one command that does everything and can be undone; empty when there is nothing to do
     */
    public Optional<Command> command(EditingDomain domain) {
        return command.apply(domain);
    }

    /** @return whether {@link #command(EditSession)} can be asked for */
    public boolean isMovable() {
        return move != null;
    }

    /**
     * Makes the command for another session than the one that was planned in, which may have been a copy of it in another
     * thread. What was planned in is open still.
     *
     * @param session the session that the command is executed in
     * @return one command that does everything and can be undone; empty when there is nothing to do
     * @throws ImportException when what the plan changes or refers to is not in the session any more
     * @throws IllegalStateException when the plan can't be moved
     */
    public Optional<Command> command(EditSession session) {
        if (move == null) {
            throw new IllegalStateException("The plan of this format can't be moved to another session.");
        }
        return move.command(session.editingDomain(), object -> there(object, session));
    }

    private static EObject there(EObject object, EditSession session) {
        if (object.eResource() == null) {
            // The plan brings it.
            return object;
        }
        Element element = (Element) object;
        String rootId = ((Element) EcoreUtil.getRootContainer(element)).getId();
        return session.root(rootId).map(EObject::eResource).map(resource -> resource.getEObject(element.getId()))
                .orElseThrow(() -> new ImportException(Messages.bind(Messages.changedMeanwhile,
                        ValueTexts.name(element))));
    }
}
