package org.chartroom.ui.forms.grid;

import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.swt.widgets.Control;

/** Collects the cells that are set while an action runs, and sets them in one step that is undone as a whole. */
final class GridStep {
    private final ArtifactEditing editing;
    private CompoundCommand collected;
    private NewPeople people;
    private boolean asking;

    GridStep(ArtifactEditing editing) {
        this.editing = editing;
    }

    /** @param grid where a question belongs to */
    void run(Control grid, Runnable action) {
        collected = new CompoundCommand();
        people = new NewPeople();
        CompoundCommand all = new CompoundCommand();
        CompoundCommand cells = collected;
        try {
            action.run();
        } finally {
            collected = null;
        }
        // The question takes the focus from the cell, which then gives its text once more.
        asking = true;
        try {
            if (!cells.isEmpty() && people.areWanted(grid.getShell())) {
                people.command(editing).ifPresent(all::append);
                all.append(cells);
                editing.execute(all);
            }
        } finally {
            asking = false;
        }
    }

    /** Sets a cell with the others of the step, or as a step of its own when none runs. */
    void set(Control grid, GridColumn column, Element element, Object value) {
        if (asking) {
            return;
        }
        if (collected == null) {
            run(grid, () -> set(grid, column, element, value));
        } else {
            collected.append(column.set(editing.domain(), element, people.collect(value)));
        }
    }
}
