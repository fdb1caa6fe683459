package org.chartroom.change;

import static org.chartroom.model.change.ChangePackage.Literals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.chartroom.change.internal.Messages;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.change.BoardVotes;
import org.chartroom.model.change.CabVote;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeOutcome;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.change.ChangeTransition;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/**
 * The states of a change and the guards between them. A normal change goes draft, submitted, assessed, authorised,
 * scheduled, implementing, implemented, reviewed, closed; a standard one with an approved template goes from draft to
 * scheduled; an emergency may be implemented at once and is authorised afterwards.
 */
public final class ChangeProcess {
    private static final Map<ChangeState, Set<ChangeState>> WAYS = ways();

    /** Where nothing depends on the class: the change is not on its way. */
    private static final Set<ChangeState> UNCOMMITTED = EnumSet.of(ChangeState.DRAFT, ChangeState.REJECTED,
            ChangeState.DEFERRED, ChangeState.CANCELLED);

    /** A condition for a step. */
    public enum Guard {
        /** There is such a step for the class of the change. */
        WAY,
        /** The change has the class that its steps so far were taken with. */
        CLASS,
        /** Who asks for the step says why. */
        REASON,
        /** Enough members of the board approve, and none rejects. */
        QUORUM,
        /** Nobody rejects. */
        NO_REJECT,
        /** A standard change has a template that is approved. */
        TEMPLATE,
        /** A normal or emergency change can be taken back. */
        BACKOUT,
        /** The planned window is there, its end after its start. */
        PLANNED_WINDOW,
        /** The actual window is there, its end not before its start. */
        ACTUAL_WINDOW,
        /** The outcome is known. */
        OUTCOME
    }

    /**
     * Why a step is refused.
     *
     * @param guard the guard that failed
     * @param message one sentence for the user: what is missing
     */
    public record Refusal(Guard guard, String message) {
    }

    private ChangeProcess() {
    }

    private static Map<ChangeState, Set<ChangeState>> ways() {
        Map<ChangeState, Set<ChangeState>> ways = new EnumMap<>(ChangeState.class);
        ways.put(ChangeState.DRAFT, EnumSet.of(ChangeState.SUBMITTED, ChangeState.CANCELLED));
        ways.put(ChangeState.SUBMITTED, EnumSet.of(ChangeState.ASSESSED, ChangeState.REJECTED, ChangeState.DEFERRED,
                ChangeState.CANCELLED));
        ways.put(ChangeState.ASSESSED, EnumSet.of(ChangeState.AUTHORISED, ChangeState.REJECTED, ChangeState.DEFERRED,
                ChangeState.CANCELLED));
        ways.put(ChangeState.AUTHORISED,
                EnumSet.of(ChangeState.SCHEDULED, ChangeState.DEFERRED, ChangeState.CANCELLED));
        ways.put(ChangeState.SCHEDULED, EnumSet.of(ChangeState.IMPLEMENTING, ChangeState.AUTHORISED,
                ChangeState.DEFERRED, ChangeState.CANCELLED));
        ways.put(ChangeState.IMPLEMENTING, EnumSet.of(ChangeState.IMPLEMENTED));
        ways.put(ChangeState.IMPLEMENTED, EnumSet.of(ChangeState.REVIEWED));
        ways.put(ChangeState.REVIEWED, EnumSet.of(ChangeState.CLOSED));
        ways.put(ChangeState.REJECTED, EnumSet.of(ChangeState.DRAFT));
        ways.put(ChangeState.DEFERRED, EnumSet.of(ChangeState.SUBMITTED, ChangeState.CANCELLED));
        return ways;
    }

    /**
     * @param change a change
     * @return the states it may go to by its class, whether the guards hold now or not
     */
    public static Set<ChangeState> next(Change change) {
        return next(change.getChangeClass(), change.getState());
    }

    private static Set<ChangeState> next(ChangeClass changeClass, ChangeState from) {
        Set<ChangeState> next = EnumSet.noneOf(ChangeState.class);
        next.addAll(WAYS.getOrDefault(from, Set.of()));
        if (changeClass == ChangeClass.STANDARD) {
            if (from == ChangeState.DRAFT) {
                next.remove(ChangeState.SUBMITTED);
                next.add(ChangeState.SCHEDULED);
            } else if (from == ChangeState.SCHEDULED) {
                next.remove(ChangeState.AUTHORISED);
            }
        } else if (changeClass == ChangeClass.EMERGENCY
                && EnumSet.of(ChangeState.DRAFT, ChangeState.SUBMITTED, ChangeState.ASSESSED,
                        ChangeState.AUTHORISED).contains(from)) {
            next.add(ChangeState.IMPLEMENTING);
        }
        return next;
    }

    /**
     * The class decides which steps and guards a change has, so it may be changed only where none of them counts: in a
     * draft, and in a change that was rejected, deferred or cancelled. Who wants another class for a change that is on its
     * way defers it and submits it again: both steps say why.
     *
     * @param change a change
     * @return the class it had when it took its last step on this way; where that was not recorded, one that has a step it
     *         took and its present class has not. Empty when it has its class rightly, as far as its steps tell
     */
    public static Optional<ChangeClass> classBefore(Change change) {
        if (UNCOMMITTED.contains(change.getState())) {
            return Optional.empty();
        }
        List<ChangeTransition> way = way(change);
        Optional<ChangeClass> recorded = way.stream().map(ChangeTransition::getChangeClass).filter(Objects::nonNull)
                .map(ChangeClass::get).filter(Objects::nonNull).reduce((earlier, later) -> later);
        return recorded.isPresent()
                ? recorded.filter(before -> before != change.getChangeClass())
                : way.stream().filter(step -> !isWay(change.getChangeClass(), step))
                        .flatMap(step -> ChangeClass.VALUES.stream().filter(other -> isWay(other, step))).findFirst();
    }

    private static boolean isWay(ChangeClass changeClass, ChangeTransition step) {
        return next(changeClass, step.getFromState()).contains(step.getToState());
    }

    /**
     * @param step a recorded step
     * @return whether a change of some class can take it here; a step that none can was reported by another system
     */
    public static boolean isOwn(ChangeTransition step) {
        return ChangeClass.VALUES.stream().anyMatch(changeClass -> isWay(changeClass, step));
    }

    /** The steps since the change was last a draft, rejected, deferred or cancelled. */
    private static List<ChangeTransition> way(Change change) {
        List<ChangeTransition> way = new ArrayList<>();
        for (ChangeTransition step : change.getTransitions()) {
            if (UNCOMMITTED.contains(step.getToState())) {
                way.clear();
            } else {
                way.add(step);
            }
        }
        return way;
    }

    /**
     * @param change a change
     * @param to where it should go
     * @param why the reason that would be recorded
     * @return the guards that fail; empty when the step may be taken
     */
    public static List<Refusal> refusals(Change change, ChangeState to, String why) {
        List<Refusal> refusals = new ArrayList<>();
        if (!next(change).contains(to)) {
            refusals.add(new Refusal(Guard.WAY, Messages.bind(Messages.guardWay,
                    new Object[]{label(change.getChangeClass()), label(change.getState()), label(to)})));
            return refusals;
        }
        if (why == null || why.isBlank()) {
            refusals.add(new Refusal(Guard.REASON, Messages.guardReason));
        }
        if (!UNCOMMITTED.contains(to)) {
            classBefore(change).ifPresent(before -> refusals.add(new Refusal(Guard.CLASS,
                    Messages.bind(Messages.guardClass, label(before), label(change.getChangeClass())))));
        }
        switch (to) {
            case AUTHORISED -> checkVotes(change, refusals);
            case SCHEDULED -> checkSchedule(change, refusals);
            case IMPLEMENTED -> checkImplementation(change, refusals);
            case CLOSED -> {
                if (change.getChangeClass() == ChangeClass.EMERGENCY) {
                    checkVotes(change, refusals);
                }
            }
            default -> {
                // The other steps have no guard of their own.
            }
        }
        return refusals;
    }

    /**
     * @param change a change
     * @return why the votes of its board don't authorise it; empty when they do
     */
    public static List<Refusal> voteRefusals(Change change) {
        List<Refusal> refusals = new ArrayList<>();
        checkVotes(change, refusals);
        return refusals;
    }

    private static void checkVotes(Change change, List<Refusal> refusals) {
        int quorum = quorum(change);
        int rejects = BoardVotes.count(change, CabVote.REJECT);
        if (rejects > 0) {
            refusals.add(new Refusal(Guard.NO_REJECT, Messages.bind(Messages.guardNoReject, rejects)));
        }
        if (approvals(change) < quorum) {
            refusals.add(new Refusal(Guard.QUORUM, Messages.bind(Messages.guardQuorum, approvals(change), quorum)));
        }
    }

    private static void checkSchedule(Change change, List<Refusal> refusals) {
        if (change.getChangeClass() == ChangeClass.STANDARD) {
            if (change.getTemplate() == null || change.getTemplate().getApprovedOn() == null) {
                refusals.add(new Refusal(Guard.TEMPLATE, Messages.guardTemplate));
            }
        } else if (change.getBackoutPlan() == null || change.getBackoutPlan().isBlank()) {
            refusals.add(new Refusal(Guard.BACKOUT, Messages.guardBackout));
        }
        if (!hasPlannedWindow(change)) {
            refusals.add(new Refusal(Guard.PLANNED_WINDOW, Messages.guardPlannedWindow));
        }
    }

    private static void checkImplementation(Change change, List<Refusal> refusals) {
        if (!hasActualWindow(change)) {
            refusals.add(new Refusal(Guard.ACTUAL_WINDOW, Messages.guardActualWindow));
        }
        if (change.getOutcome() == ChangeOutcome.NONE) {
            refusals.add(new Refusal(Guard.OUTCOME, Messages.guardOutcome));
        }
    }

    /**
     * @param change a change
     * @return whether its planned window is there, its end after its start
     */
    public static boolean hasPlannedWindow(Change change) {
        return change.getPlannedFrom() != null && change.getPlannedTo() != null
                && change.getPlannedTo().isAfter(change.getPlannedFrom());
    }

    /**
     * @param change a change
     * @return whether its actual window is there, its end not before its start
     */
    public static boolean hasActualWindow(Change change) {
        return change.getActualFrom() != null && change.getActualTo() != null
                && !change.getActualTo().isBefore(change.getActualFrom());
    }

    /**
     * @param change a change
     * @return the quorum of its log; two where it is in none
     */
    public static int quorum(Change change) {
        return BoardVotes.quorum(change);
    }

    /**
     * @param change a change
     * @return number of members of the board whose last vote is approve
     */
    public static int approvals(Change change) {
        return BoardVotes.count(change, CabVote.APPROVE);
    }

    /**
     * @param change a change
     * @param state a state
     * @return when it first came into the state
     */
    public static Optional<Instant> reached(Change change, ChangeState state) {
        return change.getTransitions().stream().filter(step -> step.getToState() == state && step.getAt() != null)
                .map(ChangeTransition::getAt).min(java.util.Comparator.naturalOrder());
    }

    /**
     * Makes the command of a step; it changes the state and records the step.
     *
     * @param domain the editing domain
     * @param change a change
     * @param to where it goes
     * @param by who wants it
     * @param at when
     * @param why why
     * @return the command
     * @throws IllegalStateException when a guard fails; the message names it
     */
    public static Command step(EditingDomain domain, Change change, ChangeState to, String by, Instant at,
            String why) {
        List<Refusal> refusals = refusals(change, to, why);
        if (!refusals.isEmpty()) {
            throw new IllegalStateException(String.join(" ", refusals.stream().map(Refusal::message).toList()));
        }
        ChangeTransition step = ChangeFactory.eINSTANCE.createChangeTransition();
        step.setId(UUID.randomUUID().toString());
        step.setFromState(change.getState());
        step.setToState(to);
        step.setChangeClass(change.getChangeClass().getLiteral());
        step.setBy(by);
        step.setAt(at);
        step.setWhy(why.strip());
        CompoundCommand both = new CompoundCommand(label(to));
        both.append(SetCommand.create(domain, change, Literals.CHANGE__STATE, to));
        both.append(AddCommand.create(domain, change, Literals.CHANGE__TRANSITIONS, step));
        return both;
    }

    /**
     * @param state a state
     * @return what users call it
     */
    public static String label(ChangeState state) {
        return Presentation.label(Literals.CHANGE_STATE.getEEnumLiteral(state.getValue()));
    }

    /**
     * @param changeClass a class
     * @return what users call it
     */
    public static String label(ChangeClass changeClass) {
        return Presentation.label(Literals.CHANGE_CLASS.getEEnumLiteral(changeClass.getValue()));
    }
}
