package org.chartroom.core.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.chartroom.core.internal.compare.Applier;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.WorkspaceException;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.notify.Notifier;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.edit.command.ChangeCommand;

/** Copies differences from one side to where one works. */
public final class Merge {
    private Merge() {
    }

    /**
     * Makes a command that makes the elements and fields of some differences what they are on one side; the caller
     * executes it on the command stack of the session's editing domain, where it can be undone.
     *
     * @param differences nodes of the tree of a comparison; those below them count too
     * @param fromLeft whether the left side is copied, and not the right one
     * @param target a session over the newest state
     * @return the command
     * @throws WorkspaceException of kind INVALID when a whole artifact is to be added or removed, or an element is not
     *         there in the session; nothing is changed then
     */
    public static Command command(Collection<Difference> differences, boolean fromLeft, EditSession target) {
        Applier applier = new Applier(differences, fromLeft, target);
        applier.check();
        Set<Resource> resources = new LinkedHashSet<>(applier.resources());
        return new ChangeCommand(new ArrayList<Notifier>(resources)) {
            @Override
            protected void doExecute() {
                applier.apply();
            }

            @Override
            public Collection<?> getAffectedObjects() {
                return List.copyOf(resources);
            }
        };
    }
}
