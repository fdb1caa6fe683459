package org.chartroom.core.internal.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.notify.Notifier;
import org.eclipse.emf.edit.command.ChangeCommand;

/**
 * What an applier does, to be undone and done again. Whole artifacts come and go through the session, which is no part
 * of what a change recorder sees; everything inside them is recorded.
 */
public final class MergeCommand extends AbstractCommand {
    private final Applier applier;
    private final Collection<Notifier> resources = new ArrayList<>();
    private final Command parts = new ChangeCommand(resources) {
        @Override
        protected void doExecute() {
            applier.apply();
        }
    };

    /** @param applier what is to be done, checked */
    public MergeCommand(Applier applier) {
        this.applier = applier;
    }

    @Override
    protected boolean prepare() {
        return true;
    }

    @Override
    public void execute() {
        applier.addRoots();
        resources.addAll(applier.resources());
        parts.execute();
        applier.removeRoots();
    }

    @Override
    public void undo() {
        applier.restoreRoots();
        parts.undo();
        applier.withdrawRoots();
    }

    @Override
    public void redo() {
        applier.addRoots();
        parts.redo();
        applier.removeRoots();
    }

    @Override
    public Collection<?> getAffectedObjects() {
        return List.copyOf(resources);
    }

    @Override
    public void dispose() {
        parts.dispose();
    }
}
