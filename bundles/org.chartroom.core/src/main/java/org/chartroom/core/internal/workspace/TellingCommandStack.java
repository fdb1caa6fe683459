package org.chartroom.core.internal.workspace;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;

/**
 * A command stack that passes on what a command fails with. EMF's own logs it and returns, so that the caller would take
 * the command for done.
 */
final class TellingCommandStack extends BasicCommandStack {
    private RuntimeException failure;

    @Override
    public void execute(Command command) {
        super.execute(command);
        tell();
    }

    @Override
    public void undo() {
        super.undo();
        tell();
    }

    @Override
    public void redo() {
        super.redo();
        tell();
    }

    @Override
    protected void handleError(Exception exception) {
        failure = exception instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(exception);
    }

    /** After the stack has put itself in order, which it does behind the handling of the error. */
    private void tell() {
        if (failure != null) {
            RuntimeException told = failure;
            failure = null;
            throw told;
        }
    }
}
