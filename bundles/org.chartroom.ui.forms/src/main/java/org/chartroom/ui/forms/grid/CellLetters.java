package org.chartroom.ui.forms.grid;

import java.util.Optional;

import org.chartroom.model.Element;
import org.eclipse.emf.common.command.Command;
import org.osgi.annotation.versioning.ConsumerType;

/** Cells that take a letter at once, without an editor that is opened and closed. */
@ConsumerType
public interface CellLetters {
    /**
     * @param column a column
     * @return whether its cells take letters
     */
    boolean appliesTo(GridColumn column);

    /**
     * @param row an item
     * @param column a column that takes letters
     * @param letter what was typed
     * @return a command that changes the cell; empty when the letter means nothing
     */
    Optional<Command> typed(Element row, GridColumn column, char letter);
}
