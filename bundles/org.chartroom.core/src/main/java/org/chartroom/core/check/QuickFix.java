package org.chartroom.core.check;

import java.util.function.Function;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;

/**
 * A way to mend a finding that the user can choose, and undo.
 *
 * @param label what it does, as a short imperative sentence, translated
 * @param command makes a command that mends the finding, for the editing domain of the element; the caller executes it
 *        on the domain's command stack
 */
public record QuickFix(String label, Function<EditingDomain, Command> command) {
}
