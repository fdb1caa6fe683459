package org.chartroom.change.internal;

import static org.chartroom.model.change.ChangePackage.Literals;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chartroom.change.ChangeProcess.Refusal;
import org.chartroom.change.ChangeProcess;
import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeOutcome;
import org.chartroom.model.change.ChangeState;
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

    private StateChecks() {
    }

    static Map<String, Check> checks() {
        return Map.of(ChangeChecks.ID + "classChanged", ChangeChecks.each(StateChecks::checkClass),
                ChangeChecks.ID + "notAuthorised", ChangeChecks.each(StateChecks::checkVotes),
                ChangeChecks.ID + "authorisedElsewhere", ChangeChecks.of(StateChecks::checkElsewhere),
                ChangeChecks.ID + "plannedWindowMissing", ChangeChecks.each(StateChecks::checkPlan),
                ChangeChecks.ID + "outcomeMissing", ChangeChecks.each(StateChecks::checkOutcome),
                ChangeChecks.ID + "actualWindowMissing", ChangeChecks.each(StateChecks::checkWindow));
    }

    private static void checkPlan(Change change, CheckContext context) {
        if (change.getState() == ChangeState.SCHEDULED
                && (change.getPlannedFrom() == null || change.getPlannedTo() == null)) {
            context.report(change, Literals.CHANGE__PLANNED_FROM,
                    Messages.bind(Messages.plannedWindowMissing, ValueTexts.name(change)));
        }
    }

    private static boolean lacksOutcome(Change change) {
        return DONE.contains(change.getState()) && change.getOutcome() == ChangeOutcome.NONE;
    }

    private static void checkOutcome(Change change, CheckContext context) {
        if (lacksOutcome(change)) {
            context.report(change, Literals.CHANGE__OUTCOME,
                    Messages.bind(Messages.outcomeMissing, ValueTexts.name(change), state(change)));
        }
    }

    /** With an outcome the missing window is found in every state. */
    private static void checkWindow(Change change, CheckContext context) {
        if (lacksOutcome(change) && !ChangeProcess.hasActualWindow(change)) {
            context.report(change, Literals.CHANGE__ACTUAL_FROM,
                    Messages.bind(Messages.actualWindowMissing, ValueTexts.name(change), state(change)));
        }
    }

    /** Tells of the changes that were authorised elsewhere, once for all. */
    private static void checkElsewhere(ChangeLog log, CheckContext context) {
        long elsewhere = log.getChanges().stream()
                .filter(change -> isFromElsewhere(change) && !refusals(change).isEmpty()).count();
        if (elsewhere > 0) {
            context.report(log, Literals.CHANGE_LOG__CHANGES, Messages.bind(Messages.authorisedElsewhere, elsewhere));
        }
    }

    private static void checkClass(Change change, CheckContext context) {
        ChangeProcess.classBefore(change).ifPresent(before -> context.report(change, Literals.CHANGE__CHANGE_CLASS,
                Messages.bind(Messages.classChanged, new Object[]{ValueTexts.name(change),
                        ChangeProcess.label(before), ChangeProcess.label(change.getChangeClass())}),
                new QuickFix(Messages.bind(Messages.classChanged_fix, ChangeProcess.label(before)),
                        domain -> SetCommand.create(domain, change, Literals.CHANGE__CHANGE_CLASS, before))));
    }

    private static List<Refusal> refusals(Change change) {
        boolean needed = change.getChangeClass() != ChangeClass.STANDARD && BEYOND.contains(change.getState())
                && !(change.getChangeClass() == ChangeClass.EMERGENCY && AHEAD.contains(change.getState()));
        return needed ? ChangeProcess.voteRefusals(change) : List.of();
    }

    private static void checkVotes(Change change, CheckContext context) {
        List<Refusal> refusals = isFromElsewhere(change) ? List.of() : refusals(change);
        if (!refusals.isEmpty()) {
            context.report(change, Literals.CHANGE__DECISIONS,
                    Messages.bind(Messages.notAuthorised, new Object[]{ValueTexts.name(change), state(change),
                            String.join(" ", refusals.stream().map(Refusal::message).toList())}));
        }
    }

    private static boolean isFromElsewhere(Change change) {
        return change.getDecisions().isEmpty() && change.getTransitions().stream()
                .anyMatch(step -> BEYOND.contains(step.getToState()) && !ChangeProcess.isOwn(step));
    }

    private static String state(Change change) {
        return ChangeProcess.label(change.getState());
    }
}
