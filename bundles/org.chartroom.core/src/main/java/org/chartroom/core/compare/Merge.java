package org.chartroom.core.compare;

import java.util.Collection;

import org.chartroom.core.internal.compare.Applier;
import org.chartroom.core.internal.compare.MergeCommand;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.WorkspaceException;
import org.eclipse.emf.common.command.Command;

/**
 * Copies differences from one side to where one works. Artifacts and items keep their keys unless others have them by
 * now.
 */
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
     * @throws WorkspaceException of kind INVALID when what is to be added is there already, or what it belongs to or
     *         refers to is not there in the session; nothing is changed then
     */
    public static Command command(Collection<Difference> differences, boolean fromLeft, EditSession target) {
        Applier applier = new Applier(differences, fromLeft, target);
        applier.check();
        return new MergeCommand(applier);
    }
}
