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

/** Tables that come in as one, as the sheets of a workbook do: each is planned over what those before it bring. */
public final class ImportPlans {
    private ImportPlans() {
    }

    /**
     * @param copy a session that nobody else uses; it is as before afterwards
     * @param plannings plan one table each over that session
     * @return the plans, in the same order; they are brought into another session by {@link #command}
     * @throws ImportException when one of them can't be planned
     */
    public static List<ImportPlan> over(EditSession copy, List<Supplier<ImportPlan>> plannings) {
        CommandStack stack = copy.editingDomain().getCommandStack();
        List<ImportPlan> plans = new ArrayList<>();
        int executed = 0;
        for (Supplier<ImportPlan> planning : plannings) {
            ImportPlan plan = planning.get();
            plans.add(plan);
            Optional<Command> command = plans.size() == plannings.size()
                    ? Optional.empty()
                    : plan.command(copy.editingDomain());
            if (command.isPresent()) {
                stack.execute(command.get());
                executed++;
            }
        }
        // What a plan brings must be in no session when it is brought into another one.
        for (; executed > 0; executed--) {
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
