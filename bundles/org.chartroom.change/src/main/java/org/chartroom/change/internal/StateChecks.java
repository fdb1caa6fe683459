package org.chartroom.change.internal;

import static org.chartroom.model.change.ChangePackage.Literals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.chartroom.change.ChangeProcess;
import org.chartroom.change.ChangeProcess.Refusal;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Element;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeOutcome;
import org.chartroom.model.change.ChangeState;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.SetCommand;

/**
 * Finds changes in a state that the guards would not have let them come to. Steps taken here pass the guards; a state that
 * was imported, or a vote, a plan or a class that was changed afterwards, passes none.
 *
 * <p>
 * A file can report changes that others have decided on, for example the forecast history of a city's projects: a few
 * thousand authorised changes without a single vote. Of such a change its step says that it was authorised elsewhere,
 * because no change goes that way here, and nobody voted on it here. All of them together are one information on the log:
 * a finding on each would be thousands that nobody can clear, and would hide the few that count. One vote here, and the
 * change is judged as any other.
 * </p>
 */
final class StateChecks {
    private static final Set<ChangeState> BEYOND = EnumSet.of(ChangeState.AUTHORISED, ChangeState.SCHEDULED,
            ChangeState.IMPLEMENTING, ChangeState.IMPLEMENTED, ChangeState.REVIEWED, ChangeState.CLOSED);
    /** Where an emergency may be without the board's word; that it comes in time is a check of its own. */
    private static final Set<ChangeState> AHEAD = EnumSet.of(ChangeState.IMPLEMENTING, ChangeState.IMPLEMENTED,
            ChangeState.REVIEWED);
    private static final Set<ChangeState> DONE = EnumSet.of(ChangeState.IMPLEMENTED, ChangeState.REVIEWED,
            ChangeState.CLOSED);

    private final Consumer<Finding> findings;
    private int elsewhere;

    StateChecks(Consumer<Finding> findings) {
        this.findings = findings;
    }

    void check(Change change) {
        checkClass(change);
        checkVotes(change);
        if (change.getState() == ChangeState.SCHEDULED
                && (change.getPlannedFrom() == null || change.getPlannedTo() == null)) {
            report("plannedWindowMissing", Severity.ERROR, change, Literals.CHANGE__PLANNED_FROM,
                    Messages.bind(Messages.plannedWindowMissing, ValueTexts.name(change)));
        }
        if (DONE.contains(change.getState()) && change.getOutcome() == ChangeOutcome.NONE) {
            report("outcomeMissing", Severity.ERROR, change, Literals.CHANGE__OUTCOME,
                    Messages.bind(Messages.outcomeMissing, ValueTexts.name(change), state(change)));
            // With an outcome the missing window is found in every state.
            if (!ChangeProcess.hasActualWindow(change)) {
                report("actualWindowMissing", Severity.ERROR, change, Literals.CHANGE__ACTUAL_FROM,
                        Messages.bind(Messages.actualWindowMissing, ValueTexts.name(change), state(change)));
            }
        }
    }

    /** Tells of the changes that were authorised elsewhere, once for all. */
    void finish(ChangeLog log) {
        if (elsewhere > 0) {
            report("authorisedElsewhere", Severity.INFO, log, Literals.CHANGE_LOG__CHANGES,
                    Messages.bind(Messages.authorisedElsewhere, elsewhere));
        }
    }

    private void checkClass(Change change) {
        ChangeProcess.classBefore(change).ifPresent(before -> {
            String label = Messages.bind(Messages.classChanged_fix, ChangeProcess.label(before));
            report("classChanged", Severity.ERROR, change, Literals.CHANGE__CHANGE_CLASS,
                    Messages.bind(Messages.classChanged, new Object[]{ValueTexts.name(change),
                            ChangeProcess.label(before), ChangeProcess.label(change.getChangeClass())}),
                    new QuickFix(label,
                            domain -> SetCommand.create(domain, change, Literals.CHANGE__CHANGE_CLASS, before)));
        });
    }

    private void checkVotes(Change change) {
        boolean needed = change.getChangeClass() != ChangeClass.STANDARD && BEYOND.contains(change.getState())
                && !(change.getChangeClass() == ChangeClass.EMERGENCY && AHEAD.contains(change.getState()));
        List<Refusal> refusals = needed ? ChangeProcess.voteRefusals(change) : List.of();
        if (refusals.isEmpty()) {
            return;
        }
        if (isFromElsewhere(change)) {
            elsewhere++;
            return;
        }
        report("notAuthorised", Severity.ERROR, change, Literals.CHANGE__DECISIONS,
                Messages.bind(Messages.notAuthorised, new Object[]{ValueTexts.name(change), state(change),
                        String.join(" ", refusals.stream().map(Refusal::message).toList())}));
    }

    private static boolean isFromElsewhere(Change change) {
        return change.getDecisions().isEmpty() && change.getTransitions().stream()
                .anyMatch(step -> BEYOND.contains(step.getToState()) && !ChangeProcess.isOwn(step));
    }

    private static String state(Change change) {
        return ChangeProcess.label(change.getState());
    }

    private void report(String id, Severity severity, Element element, EStructuralFeature feature, String message,
            QuickFix... fixes) {
        findings.accept(new Finding("org.chartroom.change." + id, severity, element, feature, message, List.of(fixes)));
    }
}
