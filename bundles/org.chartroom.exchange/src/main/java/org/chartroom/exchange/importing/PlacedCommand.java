package org.chartroom.exchange.importing;

import java.util.function.Supplier;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandWrapper;

/** Makes its command when it is executed: the index it is for is there only when the commands before it are executed. */
final class PlacedCommand extends CommandWrapper {
    private final Supplier<Command> making;

    PlacedCommand(Supplier<Command> making) {
        this.making = making;
    }

    @Override
    protected Command createCommand() {
        return making.get();
    }

    @Override
    protected boolean prepare() {
        return true;
    }

    @Override
    public void execute() {
        command = createCommand();
        if (!command.canExecute()) {
            throw new IllegalStateException("The place of a new element is not there.");
        }
        command.execute();
    }
}
