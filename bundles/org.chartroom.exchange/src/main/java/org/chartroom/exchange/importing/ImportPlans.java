package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.ImportException;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** Tables that come in as one, as the sheets of a workbook do: each is planned over what those before it bring. */
public final class ImportPlans {
    private ImportPlans() {
    }

    /**
     * Plans each table and does what its plan says, so that the next one is planned over it. What the tables state and what
     * is computed from all of them is compared in the end.
     *
     * @param domain where what is planned is done, one command for each plan that has any
     * @param plannings plan one table each over what is edited there
     * @param order the places of the plannings in the order they are done in
     * @return the plans, in the order of the plannings
     * @throws ImportException when one of them can't be planned
     */
    public static List<ImportPlan> execute(EditingDomain domain, List<Supplier<ImportPlan>> plannings,
            List<Integer> order) {
        CommandStack stack = domain.getCommandStack();
        ImportPlan[] plans = new ImportPlan[plannings.size()];
        for (int place : order) {
            plans[place] = plannings.get(place).get();
            plans[place].command(domain).ifPresent(stack::execute);
        }
        for (int place : order.subList(0, order.size() - 1)) {
            if (!plans[place].totals().contradictions().isEmpty() || !plans[place].totals().compared().isEmpty()) {
                plans[place] = plans[place].comparedAs(plannings.get(place).get());
            }
        }
        return told(List.of(plans));
    }

    /**
     * @param plans plans of tables that come in as one
     * @return the same plans, of which the first says which options mean nothing to any of them
     */
    private static List<ImportPlan> told(List<ImportPlan> plans) {
        List<String> unused = plans.get(0).table().map(TablePlan::unusedOptions).orElse(List.of()).stream()
                .filter(option -> plans.stream().allMatch(plan -> plan.table()
                        .filter(table -> table.unusedOptions().contains(option)).isPresent()))
                .map(option -> "--" + option).toList();
        if (unused.isEmpty()) {
            return plans;
        }
        List<ImportPlan> all = new ArrayList<>(plans);
        all.set(0, plans.get(0).leaving(List.of(Messages.bind(Messages.unusedOptions, String.join(", ", unused)))));
        return all;
    }

    /**
     * @param planning plans a table that comes in alone
     * @return the plan, as a list
     * @throws ImportException when it can't be planned
     */
    public static List<ImportPlan> alone(Supplier<ImportPlan> planning) {
        return told(List.of(planning.get()));
    }

    /**
     * @param copy a session that nobody else uses; it is as before afterwards
     * @param plannings plan one table each over that session
     * @param order the places of the plannings in the order they are done in
     * @return the plans, in the order of the plannings; they are brought into another session by {@link #command}
     * @throws ImportException when one of them can't be planned
     */
    public static List<ImportPlan> over(EditSession copy, List<Supplier<ImportPlan>> plannings,
            List<Integer> order) {
        if (plannings.size() == 1) {
            return alone(plannings.get(0));
        }
        CommandStack stack = copy.editingDomain().getCommandStack();
        Command before = stack.getUndoCommand();
        List<ImportPlan> plans = execute(copy.editingDomain(), plannings, order);
        // What a plan brings must be in no session when it is brought into another one.
        while (stack.getUndoCommand() != before) {
            stack.undo();
        }
        return plans;
    }

    /**
     * @param plans what was planned; the session they were planned in is open still
     * @param session the session that the command is executed in
     * @return one command that does all of them and can be undone; empty when there is nothing to do
     * @throws ImportException when what a plan changes or refers to is not in the session any more
     */
    public static Optional<Command> command(List<ImportPlan> plans, EditSession session) {
        CompoundCommand all = new CompoundCommand();
        plans.forEach(plan -> plan.command(session).ifPresent(all::append));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
